/**
 * Text typed for the old Vietnamese fonts: TCVN3 (".VnTime") puts Vietnamese letters on Latin-1 codes, VNI ("VNI-Times")
 * writes a letter and its mark as two codes. A cell keeps those codes; without the font it shows nonsense.
 * Convert before any cleaning of the text: TCVN3 writes "ư" as U+00AD, which cleaning drops as invisible.
 */

import { remembering } from "./remembering.ts";

export type LegacyEncoding = "tcvn3" | "vni";

/** What the name of a font says: ".VnTimeH" is TCVN3 whose small letters look like capitals. */
export interface LegacyFont {
  readonly encoding: LegacyEncoding;
  readonly capitals: boolean;
}

export function legacyFont(name: string): LegacyFont | null {
  const font = name.trim();
  if (/^\.Vn/i.test(font)) return { encoding: "tcvn3", capitals: font.endsWith("H") };
  return /^VNI[- ]/i.test(font) ? { encoding: "vni", capitals: false } : null;
}

/** "legacy unicode" pairs, one table a line of vowels. */
function table(...lines: string[]): ReadonlyMap<string, string> {
  const pairs = lines.flatMap((line) => line.split(" "));
  return new Map(pairs.map((pair) => [pair.slice(0, pair.length - 1), pair.slice(-1)]));
}

export const TCVN3: ReadonlyMap<string, string> = table(
  "µà ¶ả ·ã ¸á ¹ạ ¨ă »ằ ¼ẳ ½ẵ ¾ắ Æặ ©â Çầ Èẩ Éẫ Êấ Ëậ",
  "®đ Ìè Îẻ Ïẽ Ðé Ñẹ ªê Òề Óể Ôễ Õế Öệ",
  "×ì Øỉ Üĩ Ýí Þị ßò áỏ âõ ãó äọ «ô åồ æổ çỗ èố éộ ¬ơ êờ ëở ìỡ íớ îợ",
  "ïù ñủ òũ óú ôụ \u00ADư õừ öử ÷ữ øứ ùự úỳ ûỷ üỹ ýý þỵ",
  "¡Ă ¢Â £Ê ¤Ô ¥Ơ ¦Ư §Đ",
);

const VNI_SMALL = [
  "aøà aûả aõã aùá aïạ aêă aèằ aúẳ aüẵ aéắ aëặ aââ aàầ aåẩ aãẫ aáấ aäậ ñđ",
  "eøè eûẻ eõẽ eùé eïẹ eâê eàề eåể eãễ eáế eäệ ìì æỉ óĩ íí òị",
  "oøò oûỏ oõõ oùó oïọ oâô oàồ oåổ oãỗ oáố oäộ ôơ ôøờ ôûở ôõỡ ôùớ ôïợ",
  "uøù uûủ uõũ uùú uïụ öư öøừ öûử öõữ öùứ öïự yøỳ yûỷ yõỹ yùý îỵ",
];

export const VNI: ReadonlyMap<string, string> = table(
  ...VNI_SMALL,
  ...VNI_SMALL.map((line) => line.toUpperCase()),
);

function convertTcvn3(text: string): string {
  return [...text].map((char) => TCVN3.get(char) ?? char).join("");
}

/** The two-code letters first, so that "ôù" is ớ and not ơù. A capital letter may carry a small mark. */
function convertVni(text: string): string {
  let result = "";
  for (let at = 0; at < text.length; at += 1) {
    const pair = text.slice(at, at + 2);
    const both = pair.length < 2 ? undefined : (VNI.get(pair) ?? VNI.get(pair.toUpperCase()));
    if (both !== undefined) {
      const small = pair.charAt(0) === pair.charAt(0).toLowerCase();
      result += small ? both.toLowerCase() : both.toUpperCase();
      at += 1;
    } else {
      const char = text.charAt(at);
      result += VNI.get(char) ?? char;
    }
  }
  return result;
}

/** The same text in Unicode (NFC). `capitals`: the font shows small letters as capitals. */
export function legacyToUnicode(text: string, { encoding, capitals }: LegacyFont): string {
  const converted = (encoding === "tcvn3" ? convertTcvn3(text) : convertVni(text)).normalize("NFC");
  return capitals ? converted.toLocaleUpperCase("vi") : converted;
}

const NUCLEI =
  "a|ă|â|e|ê|i|o|ô|ơ|u|ư|y|ai|ao|au|ay|âu|ây|eo|êu|ia|iu|iê|iêu|oa|oai|oao|oay|oă|oe|oeo|oi|oo|ôi|ơi|ua|uâ|uây|uê|ui|uô|uôi|uơ|uy|uya|uyê|uyu|ưa|ưi|ươ|ươi|ươu|ưu|yê|yêu";
const SYLLABLE = new RegExp(
  `^(?:b|ch?|d|đ|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu?|r|s|th?|tr|v|x)?(?:${NUCLEI})(?:ch?|m|ng?|nh|p|t)?$`,
);
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Could this be one Vietnamese syllable? */
const isSyllable = remembering((word) => {
  const parts = word.toLocaleLowerCase("vi").normalize("NFD");
  const tones = parts.match(TONES)?.length ?? 0;
  return tones <= 1 && SYLLABLE.test(parts.replace(TONES, "").normalize("NFC"));
});

/** Words with a letter beyond ASCII: only they tell encodings apart. */
function tellingWords(text: string): string[] {
  return text.split(/[\s.,;:!?()"'/\\\-–—+=*%&<>[\]{}_#@\d]+/).filter((word) => /[\u0080-\uffff]/.test(word));
}

function badWords(text: string): number {
  return tellingWords(text.normalize("NFC")).filter((word) => !isSyllable(word)).length;
}

/** Do all its accented words read as Vietnamese as they stand? Then converting it (again) would spoil it. */
export function readsAsUnicode(text: string): boolean {
  return tellingWords(text).length > 0 && badWords(text) === 0;
}

/**
 * Guesses the old encoding of a text by its codes, for cells whose font is not known. Null when the text reads as
 * Unicode, when neither encoding makes every word a Vietnamese syllable, or when both do.
 */
export function detectLegacy(text: string): LegacyEncoding | null {
  return ASCII.test(text) ? null : detect(text);
}

const ASCII = /^[\0-\x7f]*$/;

const detect = remembering<LegacyEncoding | null>((text) => {
  const words = tellingWords(text.normalize("NFC"));
  if (words.every(isSyllable)) return null;
  const readable = (["tcvn3", "vni"] as const).filter(
    (encoding) => badWords(legacyToUnicode(text, { encoding, capitals: false })) === 0,
  );
  const [only, other] = readable;
  return only !== undefined && other === undefined ? only : null;
});
