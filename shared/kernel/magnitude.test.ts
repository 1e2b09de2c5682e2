import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { thousandfoldSlip } from "./magnitude.ts";

describe("thousandfoldSlip", () => {
  it.each([
    [150_000_000, 150_000, 1000],
    [150_000, 150_000_000, 0.001],
    [150, 150_000_000, 0.000001],
    [150_000_000, 150, 1_000_000],
    [420_000_000, 150_000, 1000],
    [300_000, 150_000, null],
    [15_000_000, 150_000, null],
    [0, 150_000, null],
    [-1000, 1, null],
    [1.5, 1500, null],
  ])("%d against %d: %s", (found, usual, slip) => expect(thousandfoldSlip(found, usual)).toBe(slip));

  it("sees every exact slip, both ways, and nothing within ten times", () => {
    const amount = fc.integer({ min: 1, max: 9_000_000_000 });
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 9 }), (usual, times) => {
        expect(thousandfoldSlip(usual * 1000, usual)).toBe(1000);
        expect(thousandfoldSlip(usual, usual * 1000)).toBe(0.001);
        expect(thousandfoldSlip(usual * times, usual)).toBeNull();
      }),
    );
  });
});
