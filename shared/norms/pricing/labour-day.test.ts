import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { divideRounded, dong } from "../../kernel/money.ts";
import { quantity } from "../../kernel/quantity.ts";
import { mustOk } from "../../kernel/result.ts";
import { computeLabourDay } from "./labour-day.ts";

const day = (base: number, coefficient: string, days: string, percent = "23.5") =>
  mustOk(
    computeLabourDay({
      baseDong: dong(base),
      coefficient: quantity(coefficient),
      contributionPercent: quantity(percent),
      daysPerMonth: quantity(days),
    }),
  ).dong;

describe("computeLabourDay", () => {
  // Five of these end in exactly half a đồng (2,26 ÷ 26 is 271.595,5): half-up takes the upper one.
  it.each([
    ["2.26", "26", 271_596],
    ["2.26", "22", 320_977],
    ["2.34", "26", 281_210],
    ["2.34", "22", 332_339],
    ["3.00", "26", 360_525],
    ["3.00", "22", 426_075],
    ["3.66", "26", 439_841],
    ["3.66", "22", 519_812],
    ["4.40", "26", 528_770],
    ["4.40", "22", 624_910],
  ])("coefficient %s over %s days at base 2.530.000", (coefficient, days, want) => {
    expect(day(2_530_000, coefficient, days)).toBe(want);
  });

  it("A1 3,00 at the base in force until 30/06/2026", () => {
    expect(day(2_340_000, "3.00", "26")).toBe(333_450);
  });

  it("shows pay and contributions", () => {
    const node = mustOk(
      computeLabourDay({
        baseDong: dong(2_530_000),
        coefficient: quantity("3"),
        allowanceCoefficient: quantity("0.2"),
        contributionPercent: quantity("23.5"),
        daysPerMonth: quantity("26"),
      }),
    );
    expect(node.children.map((child) => [child.id, child.dong])).toEqual([
      ["luong", 8_096_000],
      ["dong-gop", 1_902_560],
    ]);
    expect(node.formula).toBe("2.530.000 × (3 + 0,2) × (1 + 23,5 %) ÷ 26 ngày");
  });

  it("refuses what cannot be a pay", () => {
    const base = {
      baseDong: dong(1),
      coefficient: quantity("1"),
      contributionPercent: quantity("0"),
      daysPerMonth: quantity("22"),
    };
    const code = (change: object) => {
      const result = computeLabourDay({ ...base, ...change });
      return result.ok ? "ok" : result.error.code;
    };
    expect(code({})).toBe("ok");
    expect(code({ baseDong: dong(0) })).toBe("labour-base");
    expect(code({ coefficient: quantity("0") })).toBe("labour-coefficient");
    expect(code({ allowanceCoefficient: quantity("-0.1") })).toBe("labour-allowance");
    expect(code({ contributionPercent: quantity("100.1") })).toBe("labour-contribution");
    expect(code({ daysPerMonth: quantity("0") })).toBe("labour-days");
    expect(code({ daysPerMonth: quantity("31.5") })).toBe("labour-days");
  });

  it("equals whole-number arithmetic", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000_000 }),
        fc.integer({ min: 1, max: 1200 }),
        fc.integer({ min: 0, max: 1000 }),
        fc.integer({ min: 1, max: 31 }),
        (base, hundredths, tenths, days) => {
          const want = divideRounded(
            BigInt(base) * BigInt(hundredths) * BigInt(1000 + tenths),
            BigInt(days) * 100_000n,
            "halfUp",
          );
          const two = `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, "0")}`;
          expect(day(base, two, String(days), `${Math.floor(tenths / 10)}.${tenths % 10}`)).toBe(
            Number(want),
          );
        },
      ),
    );
  });
});
