import { computeSupportCeiling } from "../../shared/law/support.ts";
import { readSupportPlace } from "../../shared/law/support-place.ts";
import { withBook } from "./lib/book.ts";
import { withCitation } from "./lib/cell.ts";
import { dateOrToday, dongArgument, optionalQuantity, optionalText, text } from "./lib/coerce.ts";
import { orThrow } from "./lib/errors.ts";
import type { Example, FunctionTexts } from "./lib/texts.ts";

/**
 * Mức hỗ trợ tối đa của một loại hỗ trợ: tỷ lệ phần trăm và mức trần tại một ngày.
 * @customfunction MUCHOTRO
 * @helpurl https://localhost:8787/huong-dan/ham/muchotro
 * @param {any} loai Loại hỗ trợ, ví dụ MAY-MOC, MO-HINH.
 * @param {any} chiPhi Tổng chi phí, đồng.
 * @param {any} [soLuong] Số cơ sở, mô hình, gian hàng…; bỏ trống là 1.
 * @param {any} [diaBan] UT nếu thuộc địa bàn hoặc ngành nghề ưu tiên; tên hoặc mã tỉnh để dùng mức của tỉnh đó (khuyến công địa phương); cả hai: “UT; 22”; bỏ trống là mức quốc gia, không ưu tiên.
 * @param {any} [ngay] Ngày áp dụng; bỏ trống là hôm nay.
 * @returns {any} Số đồng tối đa được hỗ trợ.
 */
export function mucHoTro(loai: any, chiPhi: any, soLuong?: any, diaBan?: any, ngay?: any): any {
  const kind = text(loai, "loại hỗ trợ");
  const costDong = dongArgument(chiPhi, "tổng chi phí");
  const count = optionalQuantity(soLuong, "số lượng");
  const place = orThrow(readSupportPlace(optionalText(diaBan, "địa bàn")));
  const date = dateOrToday(ngay);
  return withBook((book) => {
    const question = { kind, costDong, ...(count === null ? {} : { count }), ...place, date };
    const ceiling = orThrow(computeSupportCeiling(book.law, question));
    return withCitation(ceiling.maxDong, ceiling.working, ceiling.cite);
  });
}

export const texts = {
  en: {
    description: "The ceiling of support for a kind of support: percent of cost and absolute cap at a date.",
    params: {
      loai: "Kind of support, e.g. MAY-MOC, MO-HINH.",
      chiPhi: "Total cost in đồng.",
      soLuong: "Number of units; 1 when left out.",
      diaBan:
        "UT for a priority place or trade; a province for its own levels (local fund); both: “UT; 22”; blank: national, no priority.",
      ngay: "Date; today when left out.",
    },
  },
} satisfies FunctionTexts<"loai" | "chiPhi" | "soLuong" | "diaBan" | "ngay">;

export const examples: readonly Example[] = [
  { args: ["MAY-MOC", 610_000_000, null, null, "2018-05-10"], value: 200_000_000 },
  { args: ["MAY-MOC", 610_000_000, null, null, "2018-05-11"], value: 300_000_000 },
  { args: ["MO-HINH", 2_000_000_000, 1, "", "2020-01-01"], value: 600_000_000 },
  { args: ["MAY-MOC", 610_000_000, 1, "UT", "2018-05-10"], value: 300_000_000 },
  { args: ["MO-HINH", 4_000_000_000, 1, "Đắk Lắk", "2026-01-01"], value: 800_000_000 },
  { args: ["MO-HINH", 4_000_000_000, 1, "UT; 66", "2026-01-01"], value: 1_200_000_000 },
  { args: ["MAY-MOC", 610_000_000, 1, "Sao Hỏa", "2018-05-10"], error: "#VALUE!" },
  { args: ["DAO-TAO", 100_000_000, 1, "", "2018-05-10"], error: "#N/A" },
  { args: ["MAY-MOC", "1.234", 1, "", "2018-05-10"], error: "#VALUE!" },
];
