import { describeCitation } from "../../shared/law/read.ts";
import { withBook } from "./lib/book.ts";
import { dateOrToday, text } from "./lib/coerce.ts";
import { orThrow } from "./lib/errors.ts";
import type { Example, FunctionTexts } from "./lib/texts.ts";

/**
 * Căn cứ của một tham số hoặc loại hỗ trợ: văn bản, điều, khoản, thời gian áp dụng, đã đối chiếu hay chưa.
 * @customfunction CANCU
 * @helpurl https://localhost:8787/huong-dan/ham/cancu
 * @param {any} ma Mã tham số (LUONG-CO-SO) hoặc loại hỗ trợ (MAY-MOC).
 * @param {any} [ngay] Ngày áp dụng; bỏ trống là hôm nay.
 * @returns {any} Một câu nêu căn cứ.
 */
export function canCu(ma: any, ngay?: any): any {
  const id = text(ma, "mã");
  const date = dateOrToday(ngay);
  return withBook((book) => orThrow(describeCitation(book.law, id, date)));
}

export const texts = {
  en: {
    description:
      "The legal basis of a parameter or kind of support: document, article, clause, dates, checked or not.",
    params: { ma: "Parameter code or kind of support, e.g. MAY-MOC.", ngay: "Date; today when left out." },
  },
} satisfies FunctionTexts<"ma" | "ngay">;

export const examples: readonly Example[] = [
  {
    args: ["MAY-MOC", "2018-05-10"],
    value:
      "Điểm c khoản 2 Điều 6 Thông tư liên tịch 26/2014/TTLT-BTC-BCT, áp dụng từ 08/04/2014 đến 10/05/2018; đã đối chiếu văn bản",
  },
  { args: ["KHONG-CO", "2018-05-10"], error: "#N/A" },
];
