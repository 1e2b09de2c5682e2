/**
 * How much a choice under one budget can be worth at most: the linear relaxation with the number of chosen items held
 * between what the budget allows and what beating the best choice needs, as a Lagrangian bound. Where every item is worth
 * its cost plus or minus a constant, this bound is met exactly while the plain one never is.
 */
import type { Item } from "./knapsack.ts";

/** Halvings of the interval in which the multiplier lies. */
const STEPS = 60;
/** Multipliers are tried as whole numbers and as whole numbers of this fraction. */
const FINE = 1024;

function sorted(numbers: readonly number[], sign: 1 | -1): number[] {
  return [...numbers].sort((a, b) => sign * (a - b));
}

/** The most items that fit. */
function mostItems(items: readonly Item[], budget: number): number {
  let open = budget;
  let count = 0;
  for (const cost of sorted(
    items.map((item) => item.cost),
    1,
  )) {
    open -= cost;
    if (open < 0) break;
    count += 1;
  }
  return count;
}

/** The fewest items whose values could exceed `beaten`; more than all when none do. */
function fewestItems(items: readonly Item[], beaten: number): number {
  let sum = 0;
  let count = 0;
  for (const value of sorted(
    items.map((item) => item.value),
    -1,
  )) {
    if (sum > beaten) break;
    sum += value;
    count += 1;
  }
  return sum > beaten ? count : items.length + 1;
}

/** In doubles, to find where the multiplier is good; the bound itself is computed exactly. */
function roughBound(items: readonly Item[], budget: number, multiplier: number, count: number): number {
  const open = items
    .map(({ cost, value }) => ({ cost, value: value - multiplier }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value / b.cost - a.value / a.cost);
  let spare = budget;
  let total = multiplier * count;
  for (const { cost, value } of open) {
    if (cost > spare) return total + (value * spare) / cost;
    spare -= cost;
    total += value;
  }
  return total;
}

/** ⌊bound⌋ with the multiplier numerator ÷ denominator, in whole numbers throughout. */
function exactBound(
  items: readonly Item[],
  budget: number,
  count: number,
  [numerator, denominator]: readonly [bigint, bigint],
): bigint {
  const open = items
    .map(({ cost, value }) => ({ cost: BigInt(cost), value: BigInt(value) * denominator - numerator }))
    .filter(({ value }) => value > 0n)
    .sort((a, b) => {
      const difference = b.value * a.cost - a.value * b.cost;
      return difference > 0n ? 1 : difference < 0n ? -1 : 0;
    });
  let spare = BigInt(budget);
  let total = numerator * BigInt(count);
  for (const { cost, value } of open) {
    if (cost > spare) {
      total += (value * spare) / cost;
      break;
    }
    spare -= cost;
    total += value;
  }
  // Whole parts of a sum that is not negative: division rounds towards zero, that is down.
  return total / denominator;
}

function bestMultiplier(items: readonly Item[], budget: number, most: number, fewest: number): number {
  const greatest = Math.max(...items.map((item) => item.value));
  const at = (multiplier: number) => roughBound(items, budget, multiplier, multiplier >= 0 ? most : fewest);
  let [low, high] = [-greatest, greatest];
  for (let step = 0; step < STEPS; step += 1) {
    const [left, right] = [low + (high - low) / 3, high - (high - low) / 3];
    if (at(left) <= at(right)) high = right;
    else low = left;
  }
  return (low + high) / 2;
}

/**
 * No choice worth more than `beaten` is worth more than this.
 * @param items whole costs of at least 1 and at most the budget, whole values of at least 1
 */
export function countedBound(items: readonly Item[], budget: number, beaten: number): number {
  const most = mostItems(items, budget);
  const fewest = fewestItems(items, beaten);
  if (fewest > most) return beaten;
  const rough = bestMultiplier(items, budget, most, fewest);
  const tried = [Math.floor(rough), Math.ceil(rough), Math.round(rough)].map((m) => [BigInt(m), 1n] as const);
  const fine = [[BigInt(Math.round(rough * FINE)), BigInt(FINE)] as const];
  const bounds = [...tried, ...fine]
    .map((m) => exactBound(items, budget, m[0] >= 0n ? most : fewest, m))
    .filter((bound) => bound > 0n);
  return bounds.reduce((least, bound) => Math.min(least, Number(bound)), Number.MAX_SAFE_INTEGER);
}
