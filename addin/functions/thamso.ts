import { readParameter } from "../../shared/law/read.ts";
import { withBook } from "./lib/book.ts";
import { withCitation } from "./lib/cell.ts";
import { dateOrToday, text } from "./lib/coerce.ts";
import { orThrow } from "./lib/errors.ts";
import type { Example, FunctionTexts } from "./lib/texts.ts";

/**
 * Tham số pháp lý tại một ngày: lương cơ sở, tỷ lệ đóng góp, phụ cấp, mức trần…
 * @customfunction THAMSO
 * @helpurl https://localhost:8787/huong-dan/ham/thamso
 * @param {any} ma Mã tham số, ví dụ LUONG-CO-SO.
 * @param {any} [ngay] Ngày áp dụng; bỏ trống là hôm nay.
 * @returns {any} Giá trị có hiệu lực tại ngày đó.
 */
export function thamSo(ma: any, ngay?: any): any {
  const id = text(ma, "mã");
  const date = dateOrToday(ngay);
  return withBook((book) => {
    const reading = orThrow(readParameter(book.law, id, date));
    return withCitation(reading.value, reading.label, reading.cite);
  });
}

export const texts = {
  en: {
    description: "A legal parameter at a date: base salary, contribution rates, allowances, ceilings.",
    params: { ma: "Parameter code, e.g. LUONG-CO-SO.", ngay: "Date; today when left out." },
  },
} satisfies FunctionTexts<"ma" | "ngay">;

export const examples: readonly Example[] = [
  { args: ["LUONG-CO-SO", "2026-06-30"], value: 2_340_000 },
  { args: ["LUONG-CO-SO", "2026-07-01"], value: 2_530_000 },
  { args: ["LUONG-CO-SO", "2010-01-01"], error: "#N/A" },
];
