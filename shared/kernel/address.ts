/** A1 addresses. Columns and rows are 1-based. */

export function columnLetters(column: number): string {
  let rest = column;
  let letters = "";
  while (rest > 0) {
    const digit = (rest - 1) % 26;
    letters = String.fromCharCode(65 + digit) + letters;
    rest = (rest - 1 - digit) / 26;
  }
  return letters;
}

export function columnNumber(letters: string): number {
  let value = 0;
  for (const letter of letters.toUpperCase()) value = value * 26 + (letter.charCodeAt(0) - 64);
  return value;
}

export function cellAddress(column: number, row: number): string {
  return `${columnLetters(column)}${row}`;
}

const DOLLAR = 36;
const [LETTER_A, LETTER_Z] = [97, 122];
const [DIGIT_0, DIGIT_9] = [48, 57];
const MOST_LETTERS = 3;
const MOST_DIGITS = 7;
/** XFD1048576: the last cell of a sheet. */
export const LAST_COLUMN = 16_384;
export const LAST_ROW = 1_048_576;

/** "B12" → {column: 2, row: 12}; null when it is not an A1 address. Read by hand: it is asked of every cell of a workbook. */
export function parseAddress(address: string): { column: number; row: number } | null {
  const end = address.length;
  let at = address.charCodeAt(0) === DOLLAR ? 1 : 0;
  const letters = at;
  let column = 0;
  for (; at < end; at += 1) {
    // The bit between upper and lower case; nothing but A–Z and a–z falls between the two ends with it set.
    const letter = address.charCodeAt(at) | 32;
    if (letter < LETTER_A || letter > LETTER_Z) break;
    column = column * 26 + (letter - LETTER_A + 1);
  }
  if (at === letters || at - letters > MOST_LETTERS) return null;
  if (address.charCodeAt(at) === DOLLAR) at += 1;
  const digits = at;
  let row = 0;
  for (; at < end; at += 1) {
    const digit = address.charCodeAt(at);
    if (digit < DIGIT_0 || digit > DIGIT_9) return null;
    row = row * 10 + (digit - DIGIT_0);
  }
  const wrong = at === digits || at - digits > MOST_DIGITS || address.charCodeAt(digits) === DIGIT_0;
  return wrong ? null : { column, row };
}
