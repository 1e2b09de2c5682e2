import { PRINCIPLE } from "../kernel/citation.ts";
import { cleanText } from "../kernel/text.ts";
import { at, cellsOf } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

/** Columns compared letter by letter, by us and by SUMIFS. */
const KEYS: ReadonlySet<string> = new Set(["code", "deAnCode", "kind", "fund", "type", "scale"]);
const INVISIBLE = /[\u200B-\u200D\u2060\uFEFF\u00AD]/g;
const ODD_SPACE = /[\u00A0\u202F\u2007]/g;

/** The text with what nobody sees made visible. */
function visible(text: string): string {
  const marked = text
    .replace(INVISIBLE, (sign) => `[U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}]`)
    .replace(ODD_SPACE, "␣")
    .replace(/^\s+|\s+$|(?<=\s)\s+/g, (spaces) => "␣".repeat(spaces.length));
  return /[\u0300-\u036f]/.test(marked) ? `${marked} (dấu rời)` : marked;
}

/** Composed letters, no invisible signs, plain spaces; their number is the writer's affair. */
function legible(text: string): string {
  // What cleaning leaves alone has none of them; nearly every text is such.
  if (cleanText(text) === text) return text;
  return text.normalize("NFC").replace(INVISIBLE, "").replace(ODD_SPACE, " ");
}

export const kcso017: Rule = {
  id: "KC-SO-017",
  severity: "warning",
  category: "kieu-du-lieu",
  stage: "line",
  title: {
    vi: "Chữ có ký tự lạ không nhìn thấy",
    en: "Text with signs nobody sees",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-SO-009", "KC-DA-016"],
  check: ({ plan }) =>
    cellsOf(plan).texts.flatMap(({ line, id, cell }): Hit[] => {
      if (cell.formula !== undefined || cell.font !== undefined) return [];
      const isKey = KEYS.has(id);
      const wanted = isKey ? cleanText(cell.value.normalize("NFKC")) : legible(cell.value);
      if (wanted === cell.value || wanted === "") return [];
      return [
        {
          where: at(line, id),
          message: isKey
            ? "Mã có dấu cách thừa, chữ toàn hình hoặc ký tự ẩn, nên Excel không coi là trùng với mã ở trang khác."
            : "Chữ có dấu cách đặc biệt, ký tự ẩn hoặc dấu tổ hợp; tìm kiếm và so sánh sẽ sai.",
          found: visible(cell.value),
          expected: wanted,
          severity: isKey ? "warning" : "info",
          remedy: "Thay bằng chữ đã làm sạch.",
          // Text that would begin a formula is left for the person to type.
          ...(/^[=+@-]/.test(wanted) ? {} : { fix: wanted }),
        },
      ];
    }),
};
