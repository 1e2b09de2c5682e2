import { fail } from "../../shared/kernel/result.ts";
import type { Quantity } from "../../shared/kernel/quantity.ts";
import { computeThreeYearAverage } from "../../shared/norms/pricing/three-year-average.ts";
import { dongArgument, quantityArgument, type Raw } from "./lib/coerce.ts";
import { exactly, orThrow } from "./lib/errors.ts";
import type { Example, FunctionTexts } from "./lib/texts.ts";

/** The cells of a range in reading order, a single value as one cell. */
function cells(raw: Raw): unknown[] {
  return Array.isArray(raw) ? raw.flat() : [raw];
}

function isLeftOut(raw: Raw): boolean {
  return cells(raw).every((cell) => cell === undefined || cell === null || cell === "");
}

function three<T>(raw: readonly unknown[], name: string, read: (cell: unknown, name: string) => T): T[] {
  if (raw.length !== 3) {
    orThrow(
      fail(
        "VALUE",
        "average-three-years",
        `“${name}” cần đúng 3 ô của 3 năm, nhận được ${raw.length}.`,
        `“${name}” needs exactly 3 cells.`,
      ),
    );
  }
  return raw.map((cell, at) => read(cell, `${name}, năm thứ ${at + 1}`));
}

/**
 * Giá bình quân chi phí hợp lý, hợp lệ của 3 năm trước liền kề khi chưa có định mức.
 * @customfunction GIABINHQUAN
 * @helpurl https://localhost:8787/huong-dan/ham/giabinhquan
 * @param {any[][]} chiPhi Vùng 3 ô chi phí của 3 năm liền kề, đồng; hoặc chi phí năm thứ nhất.
 * @param {any[][]} [chiPhi2] Chi phí năm thứ hai; hoặc vùng 3 ô khối lượng khi tham số đầu là vùng 3 ô.
 * @param {any[][]} [chiPhi3] Chi phí năm thứ ba, khi nhập từng năm.
 * @param {any[][]} [khoiLuong] Vùng 3 ô khối lượng, khi nhập từng năm; bỏ trống khi chi phí đã tính cho một đơn vị.
 * @returns {any} Đồng một đơn vị: tổng chi phí ÷ tổng khối lượng, hoặc bình quân cộng khi không có khối lượng.
 */
export function giaBinhQuan(chiPhi: any[][], chiPhi2?: any[][], chiPhi3?: any[][], khoiLuong?: any[][]): any {
  const asRange = cells(chiPhi).length > 1;
  const costCells = asRange ? cells(chiPhi) : [chiPhi, chiPhi2, chiPhi3].flatMap(cells);
  const countCells = asRange ? [chiPhi2, chiPhi3, khoiLuong].find((raw) => !isLeftOut(raw)) : khoiLuong;
  const costs = three(costCells, "chi phí", dongArgument);
  const counts: (Quantity | null)[] = isLeftOut(countCells)
    ? [null, null, null]
    : three(cells(countCells), "khối lượng", quantityArgument);
  const years = costs.map((costDong, at) => {
    const count = counts[at] ?? null;
    return { year: at + 1, costDong, ...(count === null ? {} : { quantity: count }) };
  });
  return exactly(() => orThrow(computeThreeYearAverage(years, null)).dong);
}

export const texts = {
  en: {
    description: "Average of the reasonable, valid costs of the 3 preceding years, where no norm exists.",
    params: {
      chiPhi: "Three cells with the costs of the 3 consecutive years in đồng; or the cost of the first year.",
      chiPhi2: "Cost of the second year; or three cells of quantities when the first argument is a range.",
      chiPhi3: "Cost of the third year, when years are given one by one.",
      khoiLuong:
        "Three cells of quantities, when years are given one by one; leave out for costs of one unit.",
    },
  },
} satisfies FunctionTexts<"chiPhi" | "chiPhi2" | "chiPhi3" | "khoiLuong">;

export const examples: readonly Example[] = [
  { args: [[[10_000_000, 11_000_000, 12_500_000]]], value: 11_166_667 },
  { args: [10_000_000, 11_000_000, 12_500_000], value: 11_166_667 },
  {
    args: [
      [[100_000], [110_000], [450_000]],
      [[1], [1], [4]],
    ],
    value: 110_000,
  },
  { args: [100_000, 110_000, 450_000, [[1, 1, 4]]], value: 110_000 },
  { args: [[[10_000_000, 11_000_000]]], error: "#VALUE!" },
  { args: [[[10_000_000, "", 11_000_000]]], error: "#VALUE!" },
  { args: [10_000_000, 0, 11_000_000], error: "#VALUE!" },
];
