/** Figures and dates as Vietnamese text, and as the library reads them. Pure. */
import { parseDate, type IsoDate } from "../../../shared/kernel/date.ts";

/** A group of thousands does not start with 0: "0.125" is English for an eighth. */
const GROUPED = /^[+-]?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?%?$/;
const DECIMAL = /^[+-]?\d+,\d+%?$/;
const ENGLISH = /^-?\d+\.\d+%?$/;

/** "1.234.567,5" → "1,234,567.5", as the library reads it; null for anything not plainly Vietnamese. */
export function toEnglishNumber(typed: string): string | null {
  const text = typed.trim();
  if (DECIMAL.test(text)) return text.replace(",", ".");
  if (!GROUPED.test(text)) return null;
  return text.replace(/[.,]/g, (mark) => (mark === "." ? "," : "."));
}

/** "0.125" → "0,125": what an editor shows must read back as the same figure. */
export function toVietnameseNumber(shown: string): string | null {
  return ENGLISH.test(shown) ? shown.replace(".", ",") : null;
}

/** Day, month, year; two digits of a year are read as Excel reads them. */
const TYPED_DATE = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})$/;
const LAST_YEAR_OF_2000 = 29;

/** "11/05/2018" is 11 May, where the library would read 5 November; null for anything else. */
export function toDate(typed: string): IsoDate | null {
  const [, day, month, year = ""] = TYPED_DATE.exec(typed.trim()) ?? [];
  const century = year.length === 4 ? "" : Number(year) <= LAST_YEAR_OF_2000 ? "20" : "19";
  const date = parseDate(`${day}/${month}/${century}${year}`);
  return date.ok ? date.value : null;
}
