import { findPlace } from "../../shared/law/places.ts";
import { withBook } from "./lib/book.ts";
import { dateOrToday, text } from "./lib/coerce.ts";
import { orThrow } from "./lib/errors.ts";
import type { Example, FunctionTexts } from "./lib/texts.ts";

/**
 * Mã đơn vị hành chính hiện nay của một tỉnh, thành phố, xã, phường, đặc khu; hiểu cả tên trước sáp nhập.
 * @customfunction DIABAN
 * @helpurl https://localhost:8787/huong-dan/ham/diaban
 * @param {any} ten Tên hoặc mã; với xã, phường trùng tên hãy kèm tên tỉnh: “Xã Tân Thành, Cà Mau”.
 * @param {any} [ngay] Ngày hỏi; bỏ trống là hôm nay. Trước 01/07/2025 là mã tỉnh cũ.
 * @returns {any} Mã dạng chữ: 2 chữ số của tỉnh, 5 chữ số của xã.
 */
export function diaBan(ten: any, ngay?: any): any {
  const query = text(ten, "tên hoặc mã");
  const date = dateOrToday(ngay);
  return withBook((book) => orThrow(findPlace(book.wards, query, date)).code);
}

export const texts = {
  en: {
    description:
      "Today's code of a province, commune, ward or special zone; understands names from before the mergers.",
    params: {
      ten: "Name or code; add the province for communes that share a name.",
      ngay: "Date asked about; today when left out. Before 01/07/2025: the old province code.",
    },
  },
} satisfies FunctionTexts<"ten" | "ngay">;

export const examples: readonly Example[] = [
  { args: ["Quang Ninh"], value: "22" },
  { args: ["TP HCM"], value: "79" },
  { args: ["Bà Rịa-Vũng Tàu"], value: "79" },
  { args: ["Phường Ba Đình", "2025-07-01"], value: "00004" },
  { args: ["Phường Ba Đình", "2025-06-30"], error: "#N/A" },
  { args: ["Bà Rịa-Vũng Tàu", "2025-06-30"], value: "77" },
  { args: ["Không Đâu"], error: "#N/A" },
];
