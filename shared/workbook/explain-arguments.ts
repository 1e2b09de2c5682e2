/** The arguments of an explained call, read as the custom functions read them. */
import { dateFromSerial, parseDate, type IsoDate } from "../kernel/date.ts";
import type { CellValue } from "../kernel/flat.ts";
import { toDong, type Dong } from "../kernel/money.ts";
import { parseNumberText } from "../kernel/number-text.ts";
import { plainDecimal, toQuantity, type Quantity } from "../kernel/quantity.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import { cleanText } from "../kernel/text.ts";
import type { PricingBooks } from "../norms/pricing/price-at.ts";

export interface CallBooks extends PricingBooks {
  /** What a blank date means; null = a blank date is not explained. */
  readonly today: IsoDate | null;
}

/** `undefined` = a calculation that is not followed. */
export type Argument = CellValue | undefined;

const UNREADABLE = "argument-unreadable";

export function textAt(args: readonly Argument[], at: number): string | null {
  const value = args[at];
  if (value === undefined || value === null) return null;
  const text = typeof value === "number" ? plainDecimal(value) : cleanText(String(value));
  return text === "" ? null : text;
}

/** A number as its plain decimal; null when blank. */
function decimalAt(args: readonly Argument[], at: number): Result<string | null> {
  const text = textAt(args, at);
  if (text === null) return ok(null);
  return typeof args[at] === "number" ? ok(text) : parseNumberText(text);
}

export function missing(what: string): { ok: false; error: ReturnType<typeof fail>["error"] } {
  return fail("VALUE", UNREADABLE, `Chưa đọc được “${what}”.`, `“${what}” cannot be read.`);
}

export function quantityAt(
  args: readonly Argument[],
  at: number,
  fallback: Quantity | null,
  what: string,
): Result<Quantity> {
  const plain = decimalAt(args, at);
  if (!plain.ok) return plain;
  if (plain.value !== null) return toQuantity(plain.value);
  return fallback === null ? missing(what) : ok(fallback);
}

export function dongAt(
  args: readonly Argument[],
  at: number,
  fallback: Dong | null,
  what: string,
): Result<Dong> {
  const plain = decimalAt(args, at);
  if (!plain.ok) return plain;
  if (plain.value !== null) return toDong(Number(plain.value));
  return fallback === null ? missing(what) : ok(fallback);
}

export function dateAt(args: readonly Argument[], at: number, books: CallBooks): Result<IsoDate> {
  const value = args[at];
  if (typeof value === "number") return dateFromSerial(value);
  const text = textAt(args, at);
  if (text !== null) return parseDate(text);
  return books.today === null ? missing("ngày") : ok(books.today);
}

/** All values, or the first failure. */
export function all<T extends readonly unknown[]>(results: {
  readonly [K in keyof T]: Result<T[K]>;
}): Result<T> {
  const values: unknown[] = [];
  for (const result of results as readonly Result<unknown>[]) {
    if (!result.ok) return result;
    values.push(result.value);
  }
  return ok(values as unknown as T);
}
