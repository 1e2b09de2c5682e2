import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance, nearestNames } from "./nearest.ts";

describe("editDistance", () => {
  it.each([
    ["quangninh", "quangninh", 0],
    ["quangnnih", "quangninh", 1],
    ["quangnin", "quangninh", 1],
    ["", "ab", 2],
    ["abcdef", "x", 3],
  ])("%s, %s", (a, b, distance) => expect(editDistance(a, b, 2)).toBe(distance));

  it("is symmetric, zero only for equal texts, and never above limit + 1", () => {
    const short = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 6 });
    fc.assert(
      fc.property(short, short, fc.integer({ min: 0, max: 4 }), (a, b, limit) => {
        const distance = editDistance(a, b, limit);
        expect(distance).toBe(editDistance(b, a, limit));
        expect(distance === 0).toBe(a === b);
        expect(distance).toBeLessThanOrEqual(limit + 1);
      }),
    );
  });
});

describe("nearestNames", () => {
  const names = ["LUONG-CO-SO", "LUU-TRU", "BHXH", "MAY-MOC.TRAN", "MAY-MOC.TY-LE"];
  it.each([
    ["LUONG-CS0", ["LUONG-CO-SO"]],
    ["LUONG-COS", ["LUONG-CO-SO"]],
    ["lương", ["LUONG-CO-SO"]],
    ["MAY-MOC", ["MAY-MOC.TRAN", "MAY-MOC.TY-LE"]],
    ["BX", []],
    ["BHHX", ["BHXH"]],
  ])("%s", (query, found) => expect(nearestNames(query, names)).toEqual(found));
});
