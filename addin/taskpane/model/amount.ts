/** Figures as people type them. Nothing is guessed: what could be read in two ways is refused. Pure. */
import { formatDong, toDong, type Dong } from "../../../shared/kernel/money.ts";
import { formatQuantity, toQuantity, type Quantity } from "../../../shared/kernel/quantity.ts";
import { cleanText } from "../../../shared/kernel/text.ts";

export type AmountError = "amount-unreadable" | "amount-negative" | "amount-too-large";
export type QuantityError = "quantity-unreadable" | "quantity-not-positive" | "quantity-too-fine";

export type Parsed<T, E> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: E };

/** Whole number with dots or spaces between groups of three, or with no separator at all. */
const GROUPED = /^\d{1,3}(?:[. ]\d{3})+$|^\d+$/;

/** "1.234.567", "1 234 567 đ", "1234567" → đồng. Decimals and commas are refused: đồng have none. */
export function parseDongInput(input: string): Parsed<Dong, AmountError> {
  const text = cleanText(input).replace(/\s*(?:đ|đồng|vnd|₫)$/i, "");
  if (text.startsWith("-")) return { ok: false, error: "amount-negative" };
  if (!GROUPED.test(text)) return { ok: false, error: "amount-unreadable" };
  const result = toDong(Number(text.replace(/[. ]/g, "")));
  return result.ok ? result : { ok: false, error: "amount-too-large" };
}

/** "12,5" or "1.200,25" → quantity, more than zero. */
export function parseQuantityInput(input: string): Parsed<Quantity, QuantityError> {
  const text = cleanText(input);
  const match = /^(\d{1,3}(?:[. ]\d{3})+|\d+)(?:,(\d+))?$/.exec(text);
  if (match === null)
    return { ok: false, error: text.startsWith("-") ? "quantity-not-positive" : "quantity-unreadable" };
  const whole = (match[1] ?? "").replace(/[. ]/g, "");
  const result = toQuantity(match[2] === undefined ? whole : `${whole}.${match[2]}`);
  if (!result.ok) return { ok: false, error: "quantity-too-fine" };
  return result.value > 0n ? result : { ok: false, error: "quantity-not-positive" };
}

/** What a field shows when it is left: dots between thousands when it could be read, the same text otherwise. */
export function tidyDongInput(input: string): string {
  const parsed = parseDongInput(input);
  return parsed.ok ? formatDong(parsed.value) : input;
}

export function tidyQuantityInput(input: string): string {
  const parsed = parseQuantityInput(input);
  return parsed.ok ? formatQuantity(parsed.value) : input;
}

/** "1.234.567 đ" */
export function money(amountDong: number): string {
  return `${formatDong(amountDong)}\u00A0đ`;
}
