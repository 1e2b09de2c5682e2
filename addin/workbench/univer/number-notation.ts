/** Figures as Vietnamese and as English text. Pure. */

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
