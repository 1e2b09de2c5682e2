import { quantity } from "../../shared/kernel/quantity.ts";
import { fail } from "../../shared/kernel/result.ts";
import { checkPayStep } from "../../shared/law/pay-scales.ts";
import { readParameter } from "../../shared/law/read.ts";
import { labourDayAt } from "../../shared/norms/pricing/labour-law.ts";
import { weakestInTree } from "../../shared/norms/pricing/marks.ts";
import { withBook } from "./lib/book.ts";
import { withCitation } from "./lib/cell.ts";
import { dateOrToday, optionalQuantity, optionalText, quantityArgument } from "./lib/coerce.ts";
import { orThrow } from "./lib/errors.ts";
import type { Example, FunctionTexts } from "./lib/texts.ts";

/** No rule fixes the divisor for khuyến công; 26 is used unless 22 or another is given. */
const DEFAULT_DAYS = quantity(26);

/**
 * Đơn giá một ngày công: lương cơ sở × (hệ số + phụ cấp) × (1 + các khoản đóng góp) ÷ số ngày.
 * @customfunction NGAYCONG
 * @helpurl https://localhost:8787/huong-dan/ham/ngaycong
 * @param {any} bangLuong Bảng lương: A1, A2.1, A3.1, A0, B; bỏ trống để không kiểm tra hệ số.
 * @param {any} heSo Hệ số lương, ví dụ 3,00.
 * @param {any} [phuCap] Hệ số phụ cấp; bỏ trống là 0.
 * @param {any} [ngay] Ngày áp dụng; bỏ trống là hôm nay.
 * @param {any} [soNgay] Số ngày làm việc một tháng, 22 hoặc 26; bỏ trống là 26.
 * @returns {any} Đồng một ngày công, làm tròn nửa lên.
 */
export function ngayCong(bangLuong: any, heSo: any, phuCap?: any, ngay?: any, soNgay?: any): any {
  const scale = optionalText(bangLuong, "bảng lương");
  const coefficient = quantityArgument(heSo, "hệ số");
  if (scale !== null) orThrow(checkPayStep(scale, coefficient));
  const allowanceCoefficient = optionalQuantity(phuCap, "phụ cấp") ?? quantity(0);
  const date = dateOrToday(ngay);
  const daysPerMonth = optionalQuantity(soNgay, "số ngày tháng") ?? DEFAULT_DAYS;
  if (daysPerMonth % quantity(1) !== 0n)
    orThrow(
      fail(
        "VALUE",
        "labour-days",
        "Số ngày tháng phải là số nguyên, thường là 22 hoặc 26.",
        "Days a month must be whole.",
      ),
    );
  return withBook((book) => {
    const node = orThrow(labourDayAt(book.law, date, { coefficient, allowanceCoefficient, daysPerMonth }));
    const { cite } = orThrow(readParameter(book.law, "LUONG-CO-SO", date));
    return withCitation(node.dong, node.formula, { ...cite, verified: weakestInTree(node) ?? cite.verified });
  });
}

export const texts = {
  en: {
    description:
      "Price of one labour day: base salary × (coefficient + allowance) × (1 + contributions) ÷ days.",
    params: {
      bangLuong: "Pay scale: A1, A2.1, A3.1, A0, B; blank to skip the check of the step.",
      heSo: "Pay coefficient, e.g. 3.00.",
      phuCap: "Allowance coefficient; 0 when left out.",
      ngay: "Date; today when left out.",
      soNgay: "Working days a month, 22 or 26; 26 when left out.",
    },
  },
} satisfies FunctionTexts<"bangLuong" | "heSo" | "phuCap" | "ngay" | "soNgay">;

export const examples: readonly Example[] = [
  { args: ["A1", 3, 0, "2026-07-01"], value: 360_525 },
  { args: ["A1", 3, 0, "2026-07-01", 22], value: 426_075 },
  { args: ["A1", 3, 0, "2026-06-30", 26], value: 333_450 },
  { args: [null, 3.01, 0.2, "2026-07-01", 22], value: 455_900 },
  { args: ["A1", 3, 0, "2026-07-01", 0], error: "#VALUE!" },
  { args: ["A1", 3, 0, "2026-07-01", 22.5], error: "#VALUE!" },
  { args: ["A1", 3.01, 0, "2026-07-01"], error: "#VALUE!" },
  { args: ["A1", 3, 0, "2015-01-01"], error: "#N/A" },
];
