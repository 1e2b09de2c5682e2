import { describe, expect, it } from "vitest";
import { dong } from "../../kernel/money.ts";
import { quantity } from "../../kernel/quantity.ts";
import { mustOk } from "../../kernel/result.ts";
import { computeThreeYearAverage, type YearCost } from "./three-year-average.ts";

const years = (costs: number[], quantities?: string[], first = 2023): YearCost[] =>
  costs.map((cost, at) => ({
    year: first + at,
    costDong: dong(cost),
    ...(quantities === undefined ? {} : { quantity: quantity(quantities[at] ?? "0") }),
  }));
const code = (list: YearCost[], year: number | null = 2026) => {
  const result = computeThreeYearAverage(list, year);
  return result.ok ? "ok" : result.error.code;
};

describe("computeThreeYearAverage", () => {
  it("is the plain mean of unit costs", () => {
    const node = mustOk(computeThreeYearAverage(years([10_000_000, 11_000_000, 12_500_000]), 2026));
    expect(node.dong).toBe(11_166_667);
    expect(node.formula).toBe("(10.000.000 + 11.000.000 + 12.500.000) ÷ 3");
    expect(node.basis.text).toContain("Khoản 2 Điều 5 Nghị định 60/2021/NĐ-CP");
  });

  it("weighs by quantity when quantities are given", () => {
    expect(mustOk(computeThreeYearAverage(years([100, 100, 400], ["1", "1", "8"]), 2026)).dong).toBe(60);
  });

  it("needs exactly the three years before the year priced", () => {
    expect(code(years([1, 2]))).toBe("average-three-years");
    expect(code(years([1, 2, 3, 4]))).toBe("average-three-years");
    expect(code(years([1, 2, 3], undefined, 2022))).toBe("average-years-apart");
    expect(code(years([1, 2, 3], undefined, 2022), null)).toBe("ok");
    expect(code([...years([1, 2]), { year: 2026, costDong: dong(3) }], 2027)).toBe("average-years-apart");
  });

  it("refuses a year without cost, and quantities for only some years", () => {
    expect(code(years([1, 0, 3]))).toBe("average-cost");
    expect(code(years([1, 2, 3], ["1", "0", "1"]))).toBe("average-quantity");
  });
});
