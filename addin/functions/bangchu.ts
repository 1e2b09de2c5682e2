import { fail } from "../../shared/kernel/result.ts";
import { foldKey } from "../../shared/kernel/text.ts";
import { capitalise, decimalInWords, DEFAULT_WORDS, type WordOptions } from "../../shared/kernel/words.ts";
import { toDong } from "../../shared/kernel/money.ts";
import { decimal, optionalText } from "./lib/coerce.ts";
import { orThrow } from "./lib/errors.ts";
import type { Example, FunctionTexts } from "./lib/texts.ts";

interface Style {
  readonly words: WordOptions;
  readonly currency: boolean;
  readonly even: boolean;
  readonly lower: boolean;
}

const TOKENS: Readonly<Record<string, (style: Style) => Style>> = {
  linh: (s) => ({ ...s, words: { ...s.words, zeroTen: "linh" } }),
  lẻ: (s) => ({ ...s, words: { ...s.words, zeroTen: "lẻ" } }),
  tư: (s) => ({ ...s, words: { ...s.words, four: "tư" } }),
  bốn: (s) => ({ ...s, words: { ...s.words, four: "bốn" } }),
  nghìn: (s) => ({ ...s, words: { ...s.words, thousand: "nghìn" } }),
  ngàn: (s) => ({ ...s, words: { ...s.words, thousand: "ngàn" } }),
  tỷ: (s) => ({ ...s, words: { ...s.words, billion: "tỷ" } }),
  tỉ: (s) => ({ ...s, words: { ...s.words, billion: "tỉ" } }),
  chẵn: (s) => ({ ...s, even: true }),
  số: (s) => ({ ...s, currency: false }),
  thường: (s) => ({ ...s, lower: true }),
};

function readStyle(kind: string | null): Style {
  let style: Style = { words: DEFAULT_WORDS, currency: true, even: false, lower: false };
  for (const token of (kind ?? "")
    .toLocaleLowerCase("vi")
    .split(/[\s,;]+/)
    .filter((t) => t !== "" && foldKey(t) !== "dong")) {
    const change = TOKENS[token];
    if (change === undefined) {
      return orThrow(
        fail(
          "VALUE",
          "style-unknown",
          `Không có kiểu đọc “${token}”. Các kiểu: ${Object.keys(TOKENS).join(", ")}.`,
          `Unknown style “${token}”.`,
        ),
      );
    }
    style = change(style);
  }
  return style;
}

/**
 * Số tiền bằng chữ.
 * @customfunction BANGCHU
 * @helpurl https://localhost:8787/huong-dan/ham/bangchu
 * @param {any} so Số đồng; với kiểu “số” có thể có phần lẻ.
 * @param {any} [kieu] Kiểu đọc, cách nhau bằng dấu phẩy: linh hoặc lẻ; tư hoặc bốn; nghìn hoặc ngàn; tỷ hoặc tỉ; chẵn; số; thường.
 * @returns {any} Ví dụ “Một nghìn không trăm linh một đồng”.
 */
export function bangChu(so: any, kieu?: any): any {
  const style = readStyle(optionalText(kieu, "kiểu"));
  const plain = decimal(so, "số");
  if (style.currency || !plain.includes(".")) orThrow(toDong(Number(plain)));
  const unit = style.currency ? ` đồng${style.even ? " chẵn" : ""}` : "";
  const sentence = `${decimalInWords(plain, style.words)}${unit}`;
  return style.lower ? sentence : capitalise(sentence);
}

export const texts = {
  en: {
    description: "An amount in Vietnamese words.",
    params: {
      so: "Amount in đồng; may have decimals with the style “số”.",
      kieu: "Style words separated by commas: linh/lẻ, tư/bốn, nghìn/ngàn, tỷ/tỉ, chẵn, số, thường.",
    },
  },
} satisfies FunctionTexts<"so" | "kieu">;

export const examples: readonly Example[] = [
  { args: [1001], value: "Một nghìn không trăm linh một đồng" },
  { args: [1024, "lẻ, bốn, ngàn"], value: "Một ngàn không trăm hai mươi bốn đồng" },
  { args: [2_800_000_000, "chẵn"], value: "Hai tỷ tám trăm triệu đồng chẵn" },
  { args: [12.5, "số, thường"], value: "mười hai phẩy năm" },
  { args: [0.5], error: "#VALUE!" },
  { args: [1, "xyz"], error: "#VALUE!" },
];
