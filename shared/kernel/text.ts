/** Unicode handling for Vietnamese text. */

const INVISIBLE = /[\u200B-\u200D\u2060\uFEFF\u00AD]/g;
const PRINTABLE = /^[ -~]*$/;
const SPACES = /[\s\u00A0\u202F\u2007]+/g;

/** NFC, invisible characters removed, runs of any white space folded to one space, trimmed. */
export function cleanText(input: string): string {
  return input.normalize("NFC").replace(INVISIBLE, "").replace(SPACES, " ").trim();
}

/** Lower case without diacritics, đ → d: the one folding used for search, headers and names. */
export function foldText(input: string): string {
  return cleanText(input)
    .replaceAll("Đ", "D")
    .replaceAll("đ", "d")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase();
}

/** Folded and stripped of everything but letters and digits: for comparing names written in many ways. */
export function foldKey(input: string): string {
  // Codes are plain ASCII and asked for in thousands of cells; they need no Unicode work.
  if (PRINTABLE.test(input)) return input.toLowerCase().replace(/[^a-z0-9]+/g, "");
  return foldText(input).replace(/[^a-z0-9]+/g, "");
}
