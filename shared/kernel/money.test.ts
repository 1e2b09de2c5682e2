import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDong,
  divideRounded,
  dong,
  formatDong,
  split,
  subtractDong,
  toDong,
  type Rounding,
} from "./money.ts";

/** Amounts up to 10¹² and a little beyond, negative ones too. */
const amount = fc.integer({ min: -2_000_000_000_000, max: 2_000_000_000_000 }).map((n) => dong(n));

describe("amounts of đồng", () => {
  it.each([
    [0, true],
    [-0, true],
    [9_007_199_254_740_991, true],
    [9_007_199_254_740_992, false],
    [0.5, false],
    [Number.NaN, false],
    [Number.POSITIVE_INFINITY, false],
  ])("toDong(%d) is accepted: %s", (value, accepted) => expect(toDong(value).ok).toBe(accepted));

  it("has one zero", () => expect(Object.is(dong(-0), 0)).toBe(true));

  it("adds and subtracts as whole numbers do", () => {
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 50 }), amount, (amounts, one) => {
        const sum = amounts.reduce((total, a) => total + BigInt(a), 0n);
        expect(BigInt(addDong(...amounts))).toBe(sum);
        expect(BigInt(subtractDong(addDong(...amounts), one))).toBe(sum - BigInt(one));
      }),
    );
  });

  it("refuses a sum outside the exact range rather than rounding it", () => {
    expect(() => addDong(dong(9_007_199_254_740_991), dong(1))).toThrow(RangeError);
    expect(addDong(dong(9_007_199_254_740_991), dong(1), dong(-1))).toBe(9_007_199_254_740_991);
  });

  it.each([
    [0, "0"],
    [999, "999"],
    [1000, "1.000"],
    [-1_234_567, "-1.234.567"],
  ])("prints %d as %s", (value, text) => expect(formatDong(value)).toBe(text));
});

describe("divideRounded", () => {
  const divisor = fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }).filter((d) => d !== 0n);
  const number = fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n });

  it("is the neighbour its name says, by the definition of each rounding", () => {
    const away = (n: bigint, d: bigint, rounding: Rounding) => {
      const result = divideRounded(n, d, rounding);
      const magnitude = (x: bigint) => (x < 0n ? -x : x);
      return {
        twice: magnitude(2n * (result * d - n)),
        far: magnitude(result * d) - magnitude(n),
        size: magnitude(d),
      };
    };
    fc.assert(
      fc.property(number, divisor, (n, d) => {
        const half = away(n, d, "halfUp");
        expect(half.twice <= half.size).toBe(true);
        if (half.twice === half.size) expect(half.far > 0n).toBe(true);
        const down = away(n, d, "down");
        expect(down.far <= 0n && -down.far < down.size).toBe(true);
        const up = away(n, d, "up");
        expect(up.far >= 0n && up.far < up.size).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    [5n, 2n, "halfUp", 3n],
    [-5n, 2n, "halfUp", -3n],
    [5n, 2n, "down", 2n],
    [-5n, 2n, "down", -2n],
    [-5n, 2n, "up", -3n],
    [4n, 2n, "up", 2n],
  ] as const)("%d ÷ %d %s = %d", (n, d, rounding, result) =>
    expect(divideRounded(n, d, rounding)).toBe(result),
  );
});

describe("split", () => {
  const weights = fc
    .array(fc.integer({ min: 0, max: 1_000_000_000_000 }), { minLength: 1, maxLength: 40 })
    .filter((all) => all.some((weight) => weight > 0));

  it("always adds up, and each share is within one đồng of its exact part", () => {
    fc.assert(
      fc.property(amount, weights, (whole, all) => {
        const shares = split(whole, all);
        const total = all.reduce((sum, weight) => sum + BigInt(weight), 0n);
        expect(addDong(...shares)).toBe(whole);
        shares.forEach((share, i) => {
          const off = BigInt(share) * total - BigInt(whole) * BigInt(all[i] ?? 0);
          expect((off < 0n ? -off : off) < total).toBe(true);
          if (all[i] === 0) expect(share).toBe(0);
        });
      }),
    );
  });

  it("gives the larger weight no less, and ties to the earlier one", () => {
    expect(split(dong(100), [1, 1, 1])).toEqual([34, 33, 33]);
    expect(split(dong(-100), [1, 1, 1])).toEqual([-34, -33, -33]);
    expect(split(dong(1_000_000_000_001), [50, 30, 20])).toEqual([
      500_000_000_001, 300_000_000_000, 200_000_000_000,
    ]);
    fc.assert(
      fc.property(amount, weights, (whole, all) => {
        const shares = split(whole, all);
        const sized = all.map((weight, i) => ({ weight, share: Math.abs(shares[i] ?? 0) }));
        sized.sort((a, b) => a.weight - b.weight);
        for (let i = 1; i < sized.length; i += 1) {
          const [before, here] = [sized[i - 1], sized[i]];
          if (before !== undefined && here !== undefined && before.weight < here.weight)
            expect(here.share).toBeGreaterThanOrEqual(before.share);
        }
      }),
    );
  });

  it.each([[[]], [[0, 0]], [[-1, 2]], [[0.5, 1]]])("refuses weights %j", (all) =>
    expect(() => split(dong(1), all)).toThrow(RangeError),
  );
});
