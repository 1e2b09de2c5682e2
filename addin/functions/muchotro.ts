import { computeSupportCeiling } from "../../shared/law/support.ts";
import { fail } from "../../shared/kernel/result.ts";
import { foldKey } from "../../shared/kernel/text.ts";
import { withBook } from "./lib/book.ts";
import { withCitation } from "./lib/cell.ts";
import { dateOrToday, dongArgument, optionalQuantity, optionalText, text } from "./lib/coerce.ts";
import { orThrow } from "./lib/errors.ts";
import type { Example, FunctionTexts } from "./lib/texts.ts";

/** "UT" or blank. Anything else is refused rather than silently read as "no priority". */
function isPriority(place: string | null): boolean {
  if (place === null) return false;
  if (foldKey(place) === "ut") return true;
  return orThrow(
    fail("VALUE", "priority-unknown", `“Địa bàn” chỉ nhận UT (địa bàn hoặc ngành nghề ưu tiên) hoặc để trống, nhận được “${place}”.`, "The place must be UT or blank."),
  );
}

/**
 * Mức hỗ trợ tối đa của một loại hỗ trợ: tỷ lệ phần trăm và mức trần tại một ngày.
 * @customfunction MUCHOTRO
 * @helpurl https://localhost:8787/huong-dan/ham/muchotro
 * @param {any} loai Loại hỗ trợ, ví dụ MAY-MOC, MO-HINH.
 * @param {any} chiPhi Tổng chi phí, đồng.
 * @param {any} [soLuong] Số cơ sở, mô hình, gian hàng…; bỏ trống là 1.
 * @param {any} [diaBan] UT nếu thuộc địa bàn hoặc ngành nghề ưu tiên; bỏ trống nếu không.
 * @param {any} [ngay] Ngày áp dụng; bỏ trống là hôm nay.
 * @returns {any} Số đồng tối đa được hỗ trợ.
 */
export function mucHoTro(loai: any, chiPhi: any, soLuong?: any, diaBan?: any, ngay?: any): any {
  const kind = text(loai, "loại hỗ trợ");
  const costDong = dongArgument(chiPhi, "tổng chi phí");
  const count = optionalQuantity(soLuong, "số lượng");
  const priority = isPriority(optionalText(diaBan, "địa bàn"));
  const date = dateOrToday(ngay);
  return withBook((book) => {
    const question = { kind, costDong, ...(count === null ? {} : { count }), priority, date };
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
      diaBan: "UT for a priority place or trade; blank otherwise.",
      ngay: "Date; today when left out.",
    },
  },
} satisfies FunctionTexts<"loai" | "chiPhi" | "soLuong" | "diaBan" | "ngay">;

export const examples: readonly Example[] = [
  { args: ["MAY-MOC", 610_000_000, null, null, "2018-05-10"], value: 200_000_000 },
  { args: ["MAY-MOC", 610_000_000, null, null, "2018-05-11"], value: 300_000_000 },
  { args: ["MO-HINH", 2_000_000_000, 1, "", "2020-01-01"], value: 600_000_000 },
  { args: ["MAY-MOC", 610_000_000, 1, "UT", "2018-05-10"], value: 300_000_000 },
  { args: ["DAO-TAO", 100_000_000, 1, "", "2018-05-10"], error: "#N/A" },
  { args: ["MAY-MOC", "1.234", 1, "", "2018-05-10"], error: "#VALUE!" },
];
