import { describe, expect, it } from "vitest";
import { dong } from "../kernel/money.ts";
import { mustOk } from "../kernel/result.ts";
import { computeAutonomy, computeIncome, incomeStillNeeded } from "./autonomy.ts";

const group = (income: number, spending: number) =>
  mustOk(computeAutonomy({ incomeDong: dong(income), spendingDong: dong(spending) })).group;

describe("computeIncome", () => {
  it("counts ordered services and leaves out what is assigned without norms", () => {
    const income = mustOk(
      computeIncome([
        { code: "11.1.a", dong: dong(600) },
        { code: "11.1.c", dong: dong(400) },
        { code: "15.1.b", dong: dong(50) },
        { code: "11.2.b", dong: dong(100), lessDong: dong(70) },
        { code: "11.2.b", dong: dong(10), lessDong: dong(70) },
        { code: "11.3", dong: dong(20), lessDong: dong(5) },
        { code: "11.4", dong: dong(999) },
      ]),
    );
    expect(income.totalDong).toBe(600 + 50 + 30 + 0 + 15);
    expect(income.shares.map((share) => share.countedDong)).toEqual([600, 0, 50, 30, 0, 15, 0]);
  });

  it("names an unknown source", () => {
    const result = computeIncome([{ code: "12.1", dong: dong(1) }]);
    expect(result.ok ? "" : result.error.vi).toContain("12.1");
  });
});

describe("computeAutonomy", () => {
  it.each([
    [10_000, "2"],
    [9_999, "3a"],
    [7_000, "3a"],
    [6_999, "3b"],
    [3_000, "3b"],
    [2_999, "3c"],
    [1_000, "3c"],
    [999, "4"],
    [0, "4"],
  ])("%d of 10.000 is group %s", (income, want) => {
    expect(group(income, 10_000)).toBe(want);
  });

  it("keeps the limits at 10^15 đồng, where a percentage in floating point would not", () => {
    expect(group(999_999_999_999_999, 1_000_000_000_000_000)).toBe("3a");
    const almost = mustOk(
      computeAutonomy({ incomeDong: dong(999_999_999_999_999), spendingDong: dong(10 ** 15) }),
    );
    expect(almost.percentText).toBe("99.99");
  });

  it("is group 1 only when investment reaches depreciation and wear", () => {
    const at = (own: number) =>
      mustOk(
        computeAutonomy({
          incomeDong: dong(100),
          spendingDong: dong(100),
          investment: { ownDong: dong(own), depreciationDong: dong(50) },
        }),
      ).group;
    expect(at(50)).toBe("1");
    expect(at(49)).toBe("2");
    const below = computeAutonomy({
      incomeDong: dong(99),
      spendingDong: dong(100),
      investment: { ownDong: dong(50), depreciationDong: dong(50) },
    });
    expect(mustOk(below).group).toBe("3a");
  });

  it("is group 2 when the State orders at full cost, whatever the share", () => {
    const input = { incomeDong: dong(80), spendingDong: dong(100), orderedAtFullCost: true };
    expect(mustOk(computeAutonomy(input)).group).toBe("2");
  });

  it("says how", () => {
    expect(mustOk(computeAutonomy({ incomeDong: dong(855), spendingDong: dong(1000) })).working).toBe(
      "855 ÷ 1.000 × 100 % = 85,5 %. Nhóm 3: tự bảo đảm từ 70 % đến dưới 100 % chi thường xuyên.",
    );
  });

  it("refuses B of zero", () => {
    expect(computeAutonomy({ incomeDong: dong(1), spendingDong: dong(0) }).ok).toBe(false);
  });

  it("says how much is still needed", () => {
    expect(incomeStillNeeded({ incomeDong: dong(70), spendingDong: dong(100) })).toBe(30);
    expect(incomeStillNeeded({ incomeDong: dong(170), spendingDong: dong(100) })).toBe(0);
  });
});
