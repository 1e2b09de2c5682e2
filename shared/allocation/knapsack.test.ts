import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countedBound } from "./knapsack-bound.ts";
import { improveBySwaps } from "./knapsack-swaps.ts";
import { solveKnapsack, type Item } from "./knapsack.ts";

function bruteForce(items: readonly Item[], budget: number): number {
  let best = 0;
  for (let mask = 0; mask < 1 << items.length; mask += 1) {
    let cost = 0;
    let value = 0;
    items.forEach((item, index) => {
      if ((mask >> index) & 1) {
        cost += item.cost;
        value += item.value;
      }
    });
    if (cost <= budget && value > best) best = value;
  }
  return best;
}

describe("solveKnapsack", () => {
  it("equals exhaustive search on small lists", () => {
    const item = fc.record({ cost: fc.integer({ min: 0, max: 40 }), value: fc.integer({ min: 0, max: 40 }) });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 12 }), fc.integer({ min: 0, max: 200 }), (items, budget) => {
        const solution = solveKnapsack(items, budget);
        expect(solution.value).toBe(bruteForce(items, budget));
        expect(solution.cost).toBeLessThanOrEqual(budget);
        expect(solution.proven).toBe(true);
        expect(solution.chosen.reduce((sum, index) => sum + (items[index]?.value ?? 0), 0)).toBe(
          solution.value,
        );
      }),
      { numRuns: 2000 },
    );
  });

  it("equals exhaustive search with amounts in đồng", () => {
    const item = fc.record({
      cost: fc.integer({ min: 1, max: 3_000_000_000 }),
      value: fc.integer({ min: 1, max: 100_000_000 }),
    });
    fc.assert(
      fc.property(
        fc.array(item, { maxLength: 10 }),
        fc.integer({ min: 0, max: 9_000_000_000 }),
        (items, budget) => {
          expect(solveKnapsack(items, budget).value).toBe(bruteForce(items, budget));
        },
      ),
      { numRuns: 500 },
    );
  });

  it("takes everything when the budget allows and nothing when it is zero", () => {
    const items = [
      { cost: 5, value: 1 },
      { cost: 7, value: 2 },
    ];
    expect(solveKnapsack(items, 12).chosen).toEqual([0, 1]);
    expect(solveKnapsack(items, 0).chosen).toEqual([]);
    expect(solveKnapsack([], 10)).toMatchObject({ value: 0, proven: true });
  });
});

describe("lists on which worth hangs on cost", () => {
  const BILLION = 1_000_000_000;
  /** Numbers of a fixed sequence below `below`, from 1. */
  function numbers(count: number, below: number): number[] {
    let state = 20_260_401;
    return Array.from({ length: count }, () => {
      state = (state * 48_271) % 2_147_483_647;
      return 1 + (state % below);
    });
  }
  const costs = numbers(500, BILLION);
  const half = (items: readonly Item[]) => Math.floor(items.reduce((sum, { cost }) => sum + cost, 0) / 2);
  const million = numbers(500, 1000);

  it.each([
    ["worth its cost to the đồng", costs.map((cost) => ({ cost, value: cost }))],
    ["even costs, odd budget", costs.map((cost) => ({ cost: 2 * cost, value: 2 * cost }))],
    ["worth its cost and a constant", costs.map((cost) => ({ cost, value: cost + BILLION / 10 }))],
    ["points by the million and a constant", million.map((m) => ({ cost: m * 1_000_000, value: m + 100 }))],
    ["all worth the same", costs.map((cost) => ({ cost, value: 50 }))],
    ["all of one cost", million.map((value) => ({ cost: 300_000_000, value }))],
    [
      "worth its cost and a constant, by the thousand",
      costs.map((cost) => ({ cost: cost * 1000, value: cost + 10_000_000 })),
    ],
  ])("proves the best of 500: %s", (_name, items) => {
    const solution = solveKnapsack(items, half(items));
    expect(solution.proven).toBe(true);
    expect(solution.cost).toBeLessThanOrEqual(half(items));
    expect(solution.bound).toBe(solution.value);
    expect(solution.statesSeen).toBeLessThan(12_000_000);
  });

  it("bounds what beats a choice, and finds nothing above that", () => {
    const item = fc.record({ cost: fc.integer({ min: 1, max: 40 }), add: fc.integer({ min: -3, max: 9 }) });
    fc.assert(
      fc.property(
        fc.array(item, { minLength: 1, maxLength: 11 }),
        fc.integer({ min: 1, max: 160 }),
        (raw, budget) => {
          const items = raw
            .map(({ cost, add }) => ({ cost, value: Math.max(1, cost + add) }))
            .filter(({ cost }) => cost <= budget)
            .sort((a, b) => b.value * a.cost - a.value * b.cost);
          if (items.length === 0) return;
          const best = bruteForce(items, budget);
          for (const beaten of [0, best - 1])
            expect(countedBound(items, budget, beaten)).toBeGreaterThanOrEqual(best);
          let spent = 0;
          const breakIndex = items.findIndex(({ cost }) => (spent += cost) > budget);
          const index = breakIndex < 0 ? items.length : breakIndex;
          const start = items.map((_, i) => i < index);
          const near = improveBySwaps(items, start, { budget, bound: best, breakIndex: index });
          const sum = (of: "cost" | "value") =>
            items.reduce((total, one, i) => total + (near.inside[i] === true ? one[of] : 0), 0);
          expect(sum("cost")).toBeLessThanOrEqual(budget);
          expect(sum("value")).toBe(near.value);
          // So few items are all within reach of one round.
          expect(near.value).toBe(best);
        },
      ),
      { numRuns: 400, seed: 11 },
    );
  });
});
