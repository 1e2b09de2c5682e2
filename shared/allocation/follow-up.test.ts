import { describe, expect, it } from "vitest";
import { mustOk } from "../kernel/result.ts";
import { allocate } from "./allocate.ts";
import { equalShares } from "./equal-shares.ts";
import { gate } from "./gate.ts";
import { report } from "./report.ts";
import { withMoreMoney } from "./what-if.ts";
import type { AllocationInput } from "./types.ts";

/** Two large good projects of x, two small ones of y. */
const input: AllocationInput = {
  budgetDong: 400,
  sharesBy: "noi",
  stepsPercent: [50, 20],
  projects: [
    { id: "x1", costDong: 200, value: 90, groups: { noi: "x" } },
    { id: "x2", costDong: 200, value: 80, groups: { noi: "x" } },
    { id: "y1", costDong: 120, value: 40, groups: { noi: "y" } },
    { id: "y2", costDong: 100, value: 30, groups: { noi: "y" } },
  ],
};

describe("the method of equal shares", () => {
  it("gives each place its share, and shows where it differs from the optimum", () => {
    const full = mustOk(report(input));
    expect(full.chosen).toEqual(["x1", "x2"]);
    // Each place has 200: x buys x1 (2,2 đồng a point); y buys y1 (3,0) and has 80 left, too little for y2.
    expect(full.equalShares).toMatchObject({ byShares: ["x1", "y1"], shareDong: 200, members: ["x", "y"] });
    expect(full.equalShares.chosen).toEqual(["x1", "y1"]);
    expect(full.equalShares.onlyOptimum).toEqual(["x2"]);
    expect(full.equalShares.onlyShares).toEqual(["y1"]);
  });

  it("spends what is left, keeps ceilings and lets all pay for a project of nobody", () => {
    const common = { id: "z", costDong: 100, value: 90 };
    const shares = mustOk(equalShares({ ...input, projects: [...input.projects, common] }));
    // z is paid half and half; x has 150 left and y too: x buys nothing, y buys y1 (120); 180 are left, y2 fits.
    expect(shares.byShares).toEqual(["y1", "z"]);
    expect(shares.chosen).toEqual(["y1", "y2", "z"]);
    const capped = mustOk(equalShares({ ...input, ceilings: [{ group: "noi", is: "y", maxCount: 0 }] }));
    expect(capped.chosen).toEqual(["x1", "x2"]);
  });
});

describe("after the choice", () => {
  it("keeps a reserve list by points per đồng and offers the money left in steps", () => {
    const { reserve } = mustOk(report({ ...input, budgetDong: 450 }));
    expect(reserve.list).toEqual(["y1", "y2"]);
    // 50 left: half of y1 is 60, a fifth is 24; of the 26 left a fifth of y2 is 20.
    expect(reserve.partFunding).toEqual([
      { id: "y1", percent: 20, costDong: 24 },
      { id: "y2", percent: 20, costDong: 20 },
    ]);
    expect(reserve.leftDong).toBe(6);
  });

  it("keeps apart the money of funds: who waits for which, and what could begin with what is left of each", () => {
    const fund = (id: string, costDong: number, value: number, nguon: string) => ({
      id,
      costDong,
      value,
      groups: { nguon },
    });
    const { reserve } = mustOk(
      report({
        budgetDong: 400,
        stepsPercent: [50],
        projects: [
          fund("a", 200, 90, "QG"),
          fund("b", 100, 30, "QG"),
          fund("c", 140, 60, "ĐP"),
          fund("d", 80, 10, "ĐP"),
        ],
        ceilings: [
          { group: "nguon", is: "QG", maxDong: 250 },
          { group: "nguon", is: "ĐP", maxDong: 150 },
        ],
      }),
    );
    expect(reserve.list).toEqual(["b", "d"]);
    // QG has 50 left: half of b. ĐP has 10 left: half of d is 40, though 60 are left in all.
    expect(reserve.partFunding).toEqual([{ id: "b", percent: 50, costDong: 50 }]);
    expect(reserve.leftDong).toBe(10);
  });

  it("says what more money would change", () => {
    const now = mustOk(allocate(input));
    expect(mustOk(withMoreMoney(input, now, 120))).toEqual({
      budgetDong: 520,
      entering: ["y1"],
      leaving: [],
      valueMore: 40,
      proven: true,
    });
  });

  it("moves each weight by a tenth and names who hangs on it", () => {
    const criteria = [
      { id: "hq", weight: 50 },
      { id: "pt", weight: 50 },
    ];
    const scored = [
      { id: "a", costDong: 100, scores: { hq: 80, pt: 60 } },
      { id: "b", costDong: 100, scores: { hq: 61, pt: 78 } },
      { id: "c", costDong: 100, scores: { hq: 90, pt: 90 } },
    ];
    const { robustness } = mustOk(report({ budgetDong: 200, projects: scored, criteria }));
    expect(robustness?.alwaysIn).toEqual(["c"]);
    expect(robustness?.sometimes).toEqual(["a", "b"]);
    expect(robustness?.trials).toContainEqual({
      criterion: "pt",
      percent: 10,
      entering: ["b"],
      leaving: ["a"],
      proven: true,
    });
  });
});

describe("the gate", () => {
  it("stops a project for a blocking finding of its line, once a rule, and never for a warning", () => {
    const finding = {
      rule: "KC-DA-010",
      severity: "error" as const,
      stage: "line" as const,
      where: { sheet: "KC_DeAn", cell: "F5" },
      message: "Ngành nghề không thuộc danh mục",
      found: "",
      expected: "",
      basis: "NĐ 45/2012 Đ.2",
      remedy: "",
    };
    const places = [
      { sheet: "KC_DeAn", row: 5, id: "DA01" },
      { sheet: "KC_DeAn", row: 6, id: "DA02" },
    ];
    const warning = { ...finding, severity: "warning" as const, where: { sheet: "KC_DeAn", row: 6 } };
    const stopped = gate([finding, { ...finding, where: { sheet: "KC_DeAn", row: 5 } }, warning], places);
    expect([...stopped]).toEqual([
      ["DA01", [{ reason: finding.message, rule: "KC-DA-010", law: "NĐ 45/2012 Đ.2" }]],
    ]);
  });
});
