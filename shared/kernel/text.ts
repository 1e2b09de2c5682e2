/** Unicode handling for Vietnamese text. */
import { remembering } from "./remembering.ts";

const INVISIBLE = /[\u200B-\u200D\u2060\uFEFF\u00AD]/g;
const PRINTABLE = /^[ -~]*$/;
const SPACES = /[\s\u00A0\u202F\u2007]+/g;

/**
 * Words of letters that nothing composes further (up to U+02FF, Vietnamese ones, dashes and quotes), one plain space
 * between: clean as it stands, which nearly every text of a workbook is.
 */
const TIDY =
  /^[!-~\u00A1-\u00AC\u00AE-\u02FF\u1EA0-\u1EF9\u2010-\u2027]+(?: [!-~\u00A1-\u00AC\u00AE-\u02FF\u1EA0-\u1EF9\u2010-\u2027]+)*$/;

const clean = remembering((input) =>
  TIDY.test(input) ? input : input.normalize("NFC").replace(INVISIBLE, "").replace(SPACES, " ").trim(),
);

const fold = remembering((input) =>
  clean(input)
    .replaceAll("Đ", "D")
    .replaceAll("đ", "d")
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .toLowerCase(),
);

/** NFC, invisible characters removed, runs of any white space folded to one space, trimmed. */
export function cleanText(input: string): string {
  return clean(input);
}

/** Lower case without diacritics, đ → d: the one folding used for search, headers and names. */
export function foldText(input: string): string {
  return fold(input);
}

const key = remembering((input) =>
  // Codes are plain ASCII and need no Unicode work.
  (PRINTABLE.test(input) ? input.toLowerCase() : fold(input)).replace(/[^a-z0-9]+/g, ""),
);

/** Folded and stripped of everything but letters and digits: for comparing names written in many ways. */
export function foldKey(input: string): string {
  return key(input);
}
