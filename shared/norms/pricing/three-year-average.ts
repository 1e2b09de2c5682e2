/** Price where no norm exists: the average of the reasonable, valid costs of the 3 preceding years (NĐ 60/2021 Đ.5.2). */
import { formatDong, type Dong } from "../../kernel/money.ts";
import { formatQuantity, type Quantity } from "../../kernel/quantity.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { add, divide, fromDong, fromQuantity, ratio } from "../rational.ts";
import { leaf, type NodeBasis, type PriceNode } from "./node.ts";

export interface YearCost {
  readonly year: number;
  /** Reasonable, valid cost of the year. */
  readonly costDong: Dong;
  /** Units done that year; absent = the costs are already for one unit. */
  readonly quantity?: Quantity;
}

const BASIS: NodeBasis = {
  text: "Khoản 2 Điều 5 Nghị định 60/2021/NĐ-CP: bình quân chi phí hợp lý, hợp lệ của 03 năm trước liền kề",
  verified: "text",
};

function check(years: readonly YearCost[], priceYear: number | null): Result<readonly YearCost[]> {
  if (years.length !== 3) {
    return fail(
      "VALUE",
      "average-three-years",
      `Cần chi phí của đúng 3 năm, nhận được ${years.length}.`,
      `Costs of exactly 3 years are needed, found ${years.length}.`,
    );
  }
  const sorted = [...years].sort((a, b) => a.year - b.year);
  const last = sorted[2]?.year ?? 0;
  const inARow = sorted.every((year, at) => year.year === last - 2 + at);
  if (!inARow || (priceYear !== null && last !== priceYear - 1)) {
    return fail(
      "VALUE",
      "average-years-apart",
      "Ba năm phải liền nhau và liền trước năm tính giá.",
      "The years must follow each other, right before the year priced.",
    );
  }
  if (years.some((year) => year.costDong <= 0)) {
    return fail(
      "VALUE",
      "average-cost",
      "Chi phí mỗi năm phải lớn hơn 0; năm không phát sinh thì chưa đủ căn cứ tính bình quân.",
      "Each year's cost must be above 0.",
    );
  }
  const counted = years.filter((year) => year.quantity !== undefined);
  if (counted.length !== 0 && (counted.length !== 3 || counted.some((year) => (year.quantity ?? 0n) <= 0n))) {
    return fail(
      "VALUE",
      "average-quantity",
      "Khối lượng phải có đủ ba năm và lớn hơn 0.",
      "Quantities must be given for all three years and be above 0.",
    );
  }
  return ok(sorted);
}

/**
 * With quantities: Σ cost ÷ Σ quantity, so that a year of much work weighs more; without: the plain mean of three unit
 * costs. `priceYear` null = not checked against the year priced.
 * Errors: average-three-years, average-years-apart, average-cost, average-quantity.
 */
export function computeThreeYearAverage(
  years: readonly YearCost[],
  priceYear: number | null,
): Result<PriceNode> {
  const checked = check(years, priceYear);
  if (!checked.ok) return checked;
  const sorted = checked.value;
  const quantities = sorted.map((year) => year.quantity).filter((value) => value !== undefined);
  const cost = add(...sorted.map((year) => fromDong(year.costDong)));
  const divisor = quantities.length === 3 ? add(...quantities.map(fromQuantity)) : ratio(3n);
  const costs = sorted.map((year) => formatDong(year.costDong)).join(" + ");
  const amounts = quantities.length === 3 ? `(${quantities.map(formatQuantity).join(" + ")})` : "3";
  return ok(
    leaf({
      id: "binh-quan",
      label: "Bình quân chi phí 3 năm trước liền kề",
      formula: `(${costs}) ÷ ${amounts}`,
      exact: divide(cost, divisor),
      basis: BASIS,
      children: sorted.map((year) =>
        leaf({
          id: `nam-${year.year}`,
          label: `Năm ${year.year}`,
          formula: formatDong(year.costDong),
          exact: fromDong(year.costDong),
        }),
      ),
    }),
  );
}
