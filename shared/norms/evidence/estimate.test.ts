import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { quantity, type Quantity } from "../../kernel/quantity.ts";
import { estimate, type Observation } from "./estimate.ts";
import { cutFor, fewestFor } from "./signed-rank.ts";

const seen = (province: number, value: string | number): Observation => ({
  province: String(province),
  value: quantity(value),
  source: `HS-${province}`,
});
const one = (values: readonly (string | number)[]) => values.map((value, at) => seen(at, value));

function must(observations: readonly Observation[]) {
  const found = estimate(observations);
  if (!found.enough) throw new Error("too few");
  return found;
}

/** A small generator with a seed (mulberry32), so that every run sees the same provinces. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe("the interval's cut", () => {
  it("follows the exact distribution of the signed ranks", () => {
    // Published critical values, two-sided 5 %: T ≤ 0 at n = 6, ≤ 3 at 8, ≤ 8 at 10, ≤ 52 at 20.
    expect([6, 8, 10, 20].map((n) => cutFor(n, 9500)?.leftOut)).toEqual([0, 3, 8, 52]);
    expect(cutFor(6, 9500)?.coverage).toBe(9687);
  });

  it("does not exist for fewer than six values at 95 %, nor for fewer than five at 90 %", () => {
    expect(cutFor(5, 9500)).toBeNull();
    expect(fewestFor(9500)).toBe(6);
    expect(fewestFor(9000)).toBe(5);
  });
});

describe("the estimate", () => {
  it("asks for more provinces instead of guessing, on both sides of the limit", () => {
    expect(estimate(one([1, 2, 3, 4, 5]))).toEqual({ enough: false, n: 5, provinces: 5, needed: 6 });
    expect(estimate(one([1, 2, 3, 4, 5, 6])).enough).toBe(true);
    expect(estimate(one([1, 2, 3, 4, 5, 6]), { minProvinces: 7 }).enough).toBe(false);
    expect(estimate([])).toMatchObject({ enough: false, n: 0 });
  });

  it("counts a province once, however much it sends", () => {
    const many = Array.from({ length: 50 }, () => seen(0, 90));
    expect(estimate(many)).toMatchObject({ enough: false, provinces: 1 });
    const found = must([...many, ...one([10, 10, 10, 10, 10, 10, 10]).slice(1)]);
    expect(found.estimate).toBe(quantity(10));
    expect(found.provinces).toBe(7);
  });

  it("is the median of all pairwise means, with its interval", () => {
    const found = must(one([1, 2, 3, 4, 5, 100]));
    // 21 pairwise means; the 11th is 3,5; the widest interval of six values runs from the least to the greatest.
    expect(found.estimate).toBe(quantity("3.5"));
    expect([found.low, found.high]).toEqual([quantity(1), quantity(100)]);
    expect(found.median).toBe(quantity("3.5"));
    expect(found.mad).toBe(quantity("1.5"));
  });

  it("names what stands far off, and on which side", () => {
    const found = must(one([10, 11, 9, 10, 12, 8, 10_000, "0.01"]));
    expect(found.outliers.map(({ observation, side }) => [observation.province, side])).toEqual([
      ["6", "high"],
      ["7", "low"],
    ]);
    expect(found.outliers[0]?.distance).toBeGreaterThan(300);
  });

  it("judges three scaled deviations exactly: at the limit in, a millionth beyond out", () => {
    // Median 0, MAD 10 000 millionths: the limit lies at 44 478 millionths.
    const values = ["-0.01", "0.01", "-0.01", "0.01", "0", "0", "0"];
    const at = (last: string) =>
      must(one([...values, "-0.05", last])).outliers.map((o) => o.observation.province);
    expect(at("0.044478")).toEqual(["7"]);
    expect(at("0.044479")).toEqual(["7", "8"]);
  });

  it("calls every different figure far when more than half agree exactly", () => {
    const found = must(one([5, 5, 5, 5, 5, 5, "5.000001"]));
    expect(found.outliers).toMatchObject([{ distance: null, side: "high" }]);
  });

  const figures = fc.array(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), {
    minLength: 6,
    maxLength: 20,
  });
  const asSeen = (values: readonly bigint[]) =>
    values.map((value, at): Observation => ({ province: String(at), value: value as Quantity, source: "" }));

  it("does not depend on the order, and moves with its figures", () => {
    fc.assert(
      fc.property(figures, fc.bigInt({ min: -1000n, max: 1000n }), (values, by) => {
        const found = must(asSeen(values));
        const turned = must(asSeen(values).toReversed());
        expect({ ...turned, outliers: [] }).toEqual({ ...found, outliers: [] });
        const moved = must(asSeen(values.map((value) => value + by)));
        expect(moved.estimate).toBe(found.estimate + by);
        expect([moved.low, moved.high]).toEqual([found.low + by, found.high + by]);
      }),
      { numRuns: 100 },
    );
  });

  it("lies inside its interval, and the interval inside the figures", () => {
    fc.assert(
      fc.property(figures, (values) => {
        const found = must(asSeen(values));
        const sorted = [...values].sort((a, b) => (a < b ? -1 : 1));
        expect(found.low <= found.estimate && found.estimate <= found.high).toBe(true);
        expect(found.low >= (sorted[0] ?? 0n) && found.high <= (sorted.at(-1) ?? 0n)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

/** Truth 12,5 công; provinces differ by about 8 %, their figures by 5 %; a fifth of the rows is wrong. */
function simulate(seed: number): Observation[] {
  const next = random(seed);
  const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
  const wrong = [1000, 0.001, 10, 0.1, 0];
  return Array.from({ length: 34 }, (_, province) => {
    const level = 12.5 * (1 + 0.08 * normal());
    return Array.from({ length: 3 }, () => {
      const value = level * (1 + 0.05 * normal());
      const bad = next() < 0.2 ? (wrong[Math.floor(next() * wrong.length)] ?? 1) : 1;
      return seen(province, (value * bad).toFixed(6));
    });
  }).flat();
}

describe("with a fifth of the rows wrong", () => {
  const errors = Array.from({ length: 40 }, (_, seed) => {
    const observations = simulate(seed + 1);
    const found = must(observations);
    const mean = observations.reduce((sum, { value }) => sum + Number(value), 0) / observations.length / 1e6;
    return {
      ours: Math.abs(Number(found.estimate) / 1e6 - 12.5) / 12.5,
      mean: Math.abs(mean - 12.5) / 12.5,
      held: Number(found.low) / 1e6 <= 12.5 && 12.5 <= Number(found.high) / 1e6,
    };
  });
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const average = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

  it("finds the truth where the mean is far off", () => {
    const ours = errors.map((error) => error.ours);
    const mean = errors.map((error) => error.mean);
    const held = errors.filter((error) => error.held).length;
    process.stdout.write(
      `evidence: 40 simulations, 20 % of rows wrong: error ${percent(average(ours))} (worst ${percent(Math.max(...ours))}); ` +
        `plain mean ${percent(average(mean))}; interval held the truth ${held} of 40 times\n`,
    );
    expect(Math.max(...ours)).toBeLessThan(0.1);
    expect(average(mean)).toBeGreaterThan(1);
    expect(held).toBeGreaterThanOrEqual(36);
  });
});
