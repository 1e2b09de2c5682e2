import { toDong, type Dong } from "../../shared/kernel/money.ts";
import { computeMachineShift } from "../../shared/norms/pricing/machine-shift.ts";
import { dongArgument, optionalDecimal, optionalQuantity, quantityArgument, type Raw } from "./lib/coerce.ts";
import { exactly, orThrow } from "./lib/errors.ts";
import type { Example, FunctionTexts } from "./lib/texts.ts";

function optionalDong(raw: Raw, name: string): Dong {
  return optionalDecimal(raw, name) === null ? orThrow(toDong(0)) : dongArgument(raw, name);
}

/**
 * Giá một ca máy: khấu hao + sửa chữa + năng lượng + điều khiển + chi phí khác.
 * @customfunction CAMAY
 * @helpurl https://localhost:8787/huong-dan/ham/camay
 * @param {any} nguyenGia Nguyên giá, đồng.
 * @param {any} soNam Số năm sử dụng.
 * @param {any} soCa Số ca một năm, ví dụ 500 trong nhà, 250 ngoài trời.
 * @param {any} [suaChua] Sửa chữa, % nguyên giá một năm; bỏ trống là 0.
 * @param {any} [nangLuong] Nhiên liệu, điện cho một ca, đồng; bỏ trống là 0.
 * @param {any} [dieuKhien] Nhân công điều khiển một ca, đồng; bỏ trống là 0.
 * @param {any} [chiKhac] Chi phí khác, % nguyên giá một năm; bỏ trống là 0.
 * @param {any} [thuHoi] Giá trị thu hồi, đồng; bỏ trống là 0.
 * @returns {any} Đồng một ca, làm tròn nửa lên.
 */
export function caMay(
  nguyenGia: any,
  soNam: any,
  soCa: any,
  suaChua?: any,
  nangLuong?: any,
  dieuKhien?: any,
  chiKhac?: any,
  thuHoi?: any,
): any {
  const repairPercent = optionalQuantity(suaChua, "sửa chữa");
  const otherPercent = optionalQuantity(chiKhac, "chi phí khác");
  const input = {
    originalPriceDong: dongArgument(nguyenGia, "nguyên giá"),
    years: quantityArgument(soNam, "số năm"),
    shiftsPerYear: quantityArgument(soCa, "số ca một năm"),
    ...(repairPercent === null ? {} : { repairPercent }),
    energyDong: optionalDong(nangLuong, "năng lượng"),
    operatorDong: optionalDong(dieuKhien, "nhân công điều khiển"),
    ...(otherPercent === null ? {} : { otherPercent }),
    salvageDong: optionalDong(thuHoi, "giá trị thu hồi"),
  };
  return exactly(() => orThrow(computeMachineShift(input)).dong);
}

export const texts = {
  en: {
    description: "Price of a machine shift: depreciation + repair + energy + operator + other.",
    params: {
      nguyenGia: "Original price in đồng.",
      soNam: "Years of use.",
      soCa: "Shifts a year, e.g. 500 indoors, 250 outdoors.",
      suaChua: "Repair, per cent of the original price a year; 0 when left out.",
      nangLuong: "Fuel and electricity for one shift in đồng; 0 when left out.",
      dieuKhien: "Operator for one shift in đồng; 0 when left out.",
      chiKhac: "Other costs, per cent of the original price a year; 0 when left out.",
      thuHoi: "Salvage value in đồng; 0 when left out.",
    },
  },
} satisfies FunctionTexts<
  "nguyenGia" | "soNam" | "soCa" | "suaChua" | "nangLuong" | "dieuKhien" | "chiKhac" | "thuHoi"
>;

export const examples: readonly Example[] = [
  { args: [15_000_000, 5, 500], value: 6_000 },
  { args: [15_000_000, 5, 250], value: 12_000 },
  { args: [15_000_000, 5, 500, 4, 6_000], value: 13_200 },
  { args: [10_000_000, 3, 365], value: 9_132 },
  { args: [9_000_000_000_000_000, 1, 1, 100, 9_000_000_000_000_000], error: "#NUM!" },
  { args: [15_000_000, 0, 500], error: "#VALUE!" },
  { args: [15_000_000, 5, 500, 0, 0, 0, 0, 16_000_000], error: "#VALUE!" },
];
