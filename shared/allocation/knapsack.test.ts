import fc from "fast-check";
import { describe, expect, it } from "vitest";
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
