/** Numbers typed as Vietnamese text. Ambiguity is refused, never guessed. */
import { fail, ok, type Result } from "./result.ts";
import { cleanText } from "./text.ts";

function toAsciiDigits(text: string): string {
  return text.normalize("NFKC").replace(/[−–]/g, "-");
}

/**
 * A Vietnamese number in text → plain decimal with a dot.
 *   "1.234.567,5" → "1234567.5" · "1234" → "1234" · "12,5" → "12.5"
 * A group that starts with 0 is no thousand, so "0,125" can only be a decimal. Refused: "1.234" and "1,234" (a thousand, or a decimal?), English notation "1,234,567.89", anything else.
 * Errors: number-ambiguous, number-english, number-unreadable.
 */
export function parseNumberText(input: string): Result<string> {
  const text = toAsciiDigits(cleanText(input))
    .replace(/\s*(đồng|đ|vnđ|vnd|%)$/i, "")
    .replace(/ /g, "");
  const match = /^([+-]?)([\d.,]+)$/.exec(text);
  const sign = match?.[1] === "-" ? "-" : "";
  const body = match?.[2] ?? "";
  if (/^\d+$/.test(body)) return ok(sign + body.replace(/^0+(?=\d)/, ""));
  if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(body)) return ambiguous(cleanText(input), body);
  if (/^[1-9]\d{0,2}(\.\d{3})+(,\d+)?$/.test(body))
    return ok(sign + body.replaceAll(".", "").replace(",", "."));
  if (/^\d+,\d+$/.test(body)) return ok(sign + body.replace(",", "."));
  if (/^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(body) || /^\d+\.\d+$/.test(body)) {
    const vi = sign + body.replaceAll(",", "").replace(".", ",");
    return fail(
      "VALUE",
      "number-english",
      `“${cleanText(input)}” viết theo kiểu Anh; nếu là ${vi} hãy nhập lại bằng số.`,
      `“${cleanText(input)}” is in English notation; type it as a number.`,
    );
  }
  return fail(
    "VALUE",
    "number-unreadable",
    `“${cleanText(input)}” không phải là số.`,
    `“${cleanText(input)}” is not a number.`,
  );
}

function ambiguous(shown: string, body: string): Result<never> {
  const thousand = body.replace(/[.,]/, "");
  const decimal = body.replace(/[.,]/, ",");
  return fail(
    "VALUE",
    "number-ambiguous",
    `“${shown}” có thể là ${thousand} hoặc ${decimal}; hãy nhập lại bằng số, không dùng dấu ngăn cách.`,
    `“${shown}” may mean ${thousand} or ${decimal.replace(",", ".")}; type it as a number.`,
  );
}
