import { describe, expect, it } from "vitest";
import { dong } from "../../kernel/money.ts";
import { quantity } from "../../kernel/quantity.ts";
import { mustOk } from "../../kernel/result.ts";
import { computeMachineShift } from "./machine-shift.ts";

const machine = { originalPriceDong: dong(15_000_000), years: quantity("5"), shiftsPerYear: quantity("500") };
const code = (change: object) => {
  const result = computeMachineShift({ ...machine, ...change });
  return result.ok ? "ok" : result.error.code;
};

describe("computeMachineShift", () => {
  it("is depreciation alone when nothing else is given", () => {
    const node = mustOk(computeMachineShift(machine));
    expect(node.dong).toBe(6_000);
    expect(node.children[0]?.formula).toBe("15.000.000 ÷ (5 năm × 500 ca)");
  });

  it("depends on shifts a year: 250 outdoors is twice 500 indoors", () => {
    expect(mustOk(computeMachineShift({ ...machine, shiftsPerYear: quantity("250") })).dong).toBe(12_000);
  });

  it("adds repair, energy, operator and other, each visible, and reconciles the printed parts", () => {
    const node = mustOk(
      computeMachineShift({
        ...machine,
        originalPriceDong: dong(10_000_001),
        salvageDong: dong(1_000_000),
        repairPercent: quantity("5"),
        otherPercent: quantity("2.5"),
        energyDong: dong(3_333),
        operatorDong: dong(100_000),
      }),
    );
    // 3.600,0004 + 1.000,0001 + 3.333 + 100.000 + 500,00005
    expect(node.children.map((child) => [child.id, child.dong])).toEqual([
      ["khau-hao", 3_600],
      ["sua-chua", 1_000],
      ["nang-luong", 3_333],
      ["dieu-khien", 100_000],
      ["khac", 500],
    ]);
    expect(node.dong).toBe(108_433);
    expect(node.roundingDong).toBe(0);
  });

  it("shows the rounding difference when printed parts do not add up", () => {
    const node = mustOk(
      computeMachineShift({
        originalPriceDong: dong(1),
        years: quantity("1"),
        shiftsPerYear: quantity("2"),
        repairPercent: quantity("100"),
      }),
    );
    // 0,5 + 0,5 = 1, printed 1 + 1
    expect([node.dong, node.roundingDong]).toEqual([1, -1]);
  });

  it("refuses what cannot be", () => {
    expect(code({ years: quantity("0") })).toBe("shift-years");
    expect(code({ shiftsPerYear: quantity("0") })).toBe("shift-count");
    expect(code({ shiftsPerYear: quantity("1095") })).toBe("ok");
    expect(code({ shiftsPerYear: quantity("1096") })).toBe("shift-count");
    expect(code({ salvageDong: dong(15_000_001) })).toBe("shift-salvage");
    expect(code({ repairPercent: quantity("101") })).toBe("shift-percent");
    expect(code({ energyDong: dong(-1) })).toBe("shift-negative");
  });
});
