/** What a single cell says; null whenever it does not say it clearly. */
import { dateFromSerial, parseDate, type IsoDate } from "../kernel/date.ts";
import type { FlatCell } from "../kernel/flat.ts";
import { MAX_LINE_DONG, toDong, type Dong } from "../kernel/money.ts";
import { plainDecimal, toQuantity, type Quantity } from "../kernel/quantity.ts";
import { cleanText, foldKey } from "../kernel/text.ts";

/** Text of a cell, cleaned; null when blank. Numbers are given in plain decimals. */
export function textOf(cell: FlatCell | undefined): string | null {
  if (cell === undefined || cell.value === null) return null;
  const text = typeof cell.value === "number" ? plainDecimal(cell.value) : cleanText(String(cell.value));
  return text === "" ? null : text;
}

/** Whole đồng of a cell that really holds a number; text that looks like a number is left to the rules. */
export function dongOf(cell: FlatCell | undefined): Dong | null {
  if (cell === undefined || typeof cell.value !== "number") return null;
  const result = toDong(cell.value);
  return result.ok ? result.value : null;
}

/** The same for a cost line, where amounts beyond the exact range of the sums are not read; a rule says so. */
export function lineDongOf(cell: FlatCell | undefined): Dong | null {
  const amount = dongOf(cell);
  return amount === null || Math.abs(amount) > MAX_LINE_DONG ? null : amount;
}

export function quantityOf(cell: FlatCell | undefined): Quantity | null {
  if (cell === undefined || typeof cell.value !== "number") return null;
  const result = toQuantity(cell.value);
  return result.ok ? result.value : null;
}

export function dateOf(cell: FlatCell | undefined): IsoDate | null {
  if (cell === undefined || cell.value === null) return null;
  const result =
    typeof cell.value === "number" ? dateFromSerial(cell.value) : parseDate(cleanText(String(cell.value)));
  return result.ok ? result.value : null;
}

export function wholeNumberOf(cell: FlatCell | undefined): number | null {
  const text = textOf(cell);
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

/** The value of a picklist as the list spells it, whatever the case and the diacritics typed. */
export function choiceOf<T extends string>(cell: FlatCell | undefined, list: readonly T[]): T | null {
  const text = textOf(cell);
  if (text === null) return null;
  const key = foldKey(text);
  return list.find((value) => foldKey(value) === key) ?? null;
}

/** "Có" / "Không" and what people write for them; null when blank or something else. */
export function yesNoOf(cell: FlatCell | undefined): boolean | null {
  if (typeof cell?.value === "boolean") return cell.value;
  const key = foldKey(textOf(cell) ?? "");
  if (["co", "x", "dat", "yes", "true"].includes(key)) return true;
  return ["khong", "k", "no", "false"].includes(key) ? false : null;
}
