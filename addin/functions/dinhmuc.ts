import { fail } from "../../shared/kernel/result.ts";
import { readNorm } from "../../shared/norms/book.ts";
import { NORM_PARTS, normTable, type NormPart } from "../../shared/norms/table.ts";
import { withBook } from "./lib/book.ts";
import { dateOrToday, optionalText, text } from "./lib/coerce.ts";
import { orThrow } from "./lib/errors.ts";
import type { Example, FunctionTexts } from "./lib/texts.ts";

function readPart(typed: string | null): NormPart | null {
  if (typed === null) return null;
  const part = NORM_PARTS.find((known) => known === typed.toUpperCase());
  if (part !== undefined) return part;
  return orThrow(
    fail(
      "VALUE",
      "norm-part-unknown",
      `Phần “${typed}” không có; dùng VL, NC, M hoặc DC, bỏ trống là tất cả.`,
      "The part is VL, NC, M or DC.",
    ),
  );
}

/**
 * Các dòng hao phí của một định mức tại một ngày, kèm lý do và tình trạng ban hành.
 * @customfunction DINHMUC
 * @helpurl https://localhost:8787/huong-dan/ham/dinhmuc
 * @param {any} ma Mã định mức, ví dụ KC.03.0210.
 * @param {any} [phan] VL, NC, M hoặc DC (dụng cụ); bỏ trống là tất cả.
 * @param {any} [ngay] Ngày áp dụng; bỏ trống là hôm nay.
 * @returns {any[][]} Bảng có dòng tiêu đề; “-” là không áp dụng.
 */
export function dinhMuc(ma: any, phan?: any, ngay?: any): any[][] {
  const code = text(ma, "mã định mức");
  const part = readPart(optionalText(phan, "phần"));
  const date = dateOrToday(ngay);
  // Before the book has arrived this is a promise, which Excel awaits; its metadata wants the plain matrix type.
  return withBook((book) => orThrow(normTable(orThrow(readNorm(book.norms, code, date)), part))) as any[][];
}

export const texts = {
  en: {
    description: "The lines of a norm at a date, with their reasons and whether the norm is issued.",
    params: {
      ma: "Code of the norm, e.g. KC.03.0210.",
      phan: "VL (materials), NC (labour), M (machines) or DC (tools); all when left out.",
      ngay: "Date; today when left out.",
    },
  },
} satisfies FunctionTexts<"ma" | "phan" | "ngay">;

export const examples: readonly Example[] = [
  {
    args: ["KC.09.0220", "VL", "2026-11-23"],
    value: [
      ["Loại", "Hao phí", "ĐVT", "Định mức", "Hao hụt %", "Thu hồi %", "Bước", "Ghi chú", "Tình trạng"],
      [
        "VL",
        "Giấy A4",
        "ram",
        0.02,
        "",
        "",
        "",
        "biên bản 3 trang × 3 bản (dự thảo nội bộ, chưa ban hành)",
        "dự thảo nội bộ, chưa ban hành",
      ],
      [
        "VL",
        "Vật liệu khác",
        "%",
        5,
        "",
        "",
        "",
        "ghim, kẹp, băng dính; 5 % giá trị vật tư trong bảng, thấp hơn mức 8–10 % của các bộ khác (dự thảo nội bộ, chưa ban hành)",
        "dự thảo nội bộ, chưa ban hành",
      ],
    ],
  },
  { args: ["KC.09.0220", "DC", "2026-11-23"], error: "#N/A" },
  { args: ["KC.09.0220", "XX", "2026-11-23"], error: "#VALUE!" },
  { args: ["AA.11111", null, "2026-11-23"], error: "#N/A" },
];
