import { fail } from "../../shared/kernel/result.ts";
import type { Quantity } from "../../shared/kernel/quantity.ts";
import { computeThreeYearAverage } from "../../shared/norms/pricing/three-year-average.ts";
import { dongArgument, quantityArgument, type Raw } from "./lib/coerce.ts";
import { orThrow } from "./lib/errors.ts";
import type { Example, FunctionTexts } from "./lib/texts.ts";

/** The cells of a range in reading order, a single value as one cell. */
function cells(raw: Raw): unknown[] {
  return Array.isArray(raw) ? raw.flat() : [raw];
}

function isLeftOut(raw: Raw): boolean {
  return cells(raw).every((cell) => cell === undefined || cell === null || cell === "");
}

function three<T>(raw: Raw, name: string, read: (cell: unknown, name: string) => T): T[] {
  const found = cells(raw);
  if (found.length !== 3) {
    orThrow(
      fail(
        "VALUE",
        "average-three-years",
        `“${name}” cần đúng 3 ô của 3 năm, nhận được ${found.length}.`,
        `“${name}” needs exactly 3 cells.`,
      ),
    );
  }
  return found.map((cell, at) => read(cell, `${name}, ô ${at + 1}`));
}

/**
 * Giá bình quân chi phí hợp lý, hợp lệ của 3 năm trước liền kề khi chưa có định mức.
 * @customfunction GIABINHQUAN
 * @helpurl https://localhost:8787/huong-dan/ham/giabinhquan
 * @param {any[][]} chiPhi Chi phí của 3 năm liền kề, từ năm xa đến năm gần, đồng.
 * @param {any[][]} [khoiLuong] Khối lượng của 3 năm; bỏ trống khi chi phí đã tính cho một đơn vị.
 * @returns {any} Đồng một đơn vị: tổng chi phí ÷ tổng khối lượng, hoặc bình quân cộng.
 */
export function giaBinhQuan(chiPhi: any[][], khoiLuong?: any[][]): any {
  const costs = three(chiPhi, "chi phí", dongArgument);
  const counts: (Quantity | null)[] = isLeftOut(khoiLuong)
    ? [null, null, null]
    : three(khoiLuong, "khối lượng", quantityArgument);
  const years = costs.map((costDong, at) => {
    const count = counts[at] ?? null;
    return { year: at + 1, costDong, ...(count === null ? {} : { quantity: count }) };
  });
  return orThrow(computeThreeYearAverage(years, null)).dong;
}

export const texts = {
  en: {
    description: "Average of the reasonable, valid costs of the 3 preceding years, where no norm exists.",
    params: {
      chiPhi: "Costs of the 3 consecutive years, oldest first, in đồng.",
      khoiLuong: "Quantities of the 3 years; leave out when costs are for one unit already.",
    },
  },
} satisfies FunctionTexts<"chiPhi" | "khoiLuong">;

export const examples: readonly Example[] = [
  { args: [[[10_000_000, 11_000_000, 12_500_000]]], value: 11_166_667 },
  {
    args: [
      [[100_000], [110_000], [450_000]],
      [[1], [1], [4]],
    ],
    value: 110_000,
  },
  { args: [[[10_000_000, 11_000_000]]], error: "#VALUE!" },
  { args: [[[10_000_000, "", 11_000_000]]], error: "#VALUE!" },
  { args: [[[10_000_000, 0, 11_000_000]]], error: "#VALUE!" },
];
