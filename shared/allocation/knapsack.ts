/**
 * The exact best choice under one budget: a dynamic programme that grows outwards from the break item, keeping only
 * undominated partial choices whose optimistic completion still beats the best choice found. Values and costs are whole
 * numbers; optimistic completions are over-estimated, never under-estimated, so that nothing optimal is dropped. Lists on
 * which the programme alone grows without end (worth hanging on cost to the đồng) are met by a sharper bound and by
 * exchanges that fill the budget exactly.
 */
import { countedBound } from "./knapsack-bound.ts";
import { emptyStates, grow, Log, startStates, type States } from "./knapsack-states.ts";
import { improveBySwaps } from "./knapsack-swaps.ts";

export interface Item {
  readonly cost: number;
  readonly value: number;
}

export interface Solution {
  /** Indices into the items, ascending. */
  readonly chosen: readonly number[];
  readonly value: number;
  readonly cost: number;
  readonly bound: number;
  readonly proven: boolean;
  readonly statesSeen: number;
}

/** Beyond this many partial choices the search stops and reports its gap instead of a proof. */
export const STATE_LIMIT = 4_000_000;
/** What the programme may see before the sharper bound and the exchanges are tried. */
const FIRST_LIMIT = 400_000;

/** Over-estimates by a hair: double rounding may not make a bound too small. */
function optimistic(value: number, spareCost: number, item: Item | undefined): number {
  if (item === undefined) return spareCost < 0 ? Number.NEGATIVE_INFINITY : value;
  const gain = spareCost * (item.value / item.cost);
  return value + gain + Math.abs(gain) * 1e-12 + 1e-6;
}

function gcd(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

/** Most value per cost first, decided exactly where doubles could be wrong. */
function denser(a: Item, b: Item): number {
  const [left, right] = [a.value * b.cost, b.value * a.cost];
  if (Math.abs(left - right) > 1e-12 * (left + right)) return left > right ? -1 : 1;
  const difference = BigInt(a.value) * BigInt(b.cost) - BigInt(b.value) * BigInt(a.cost);
  return difference === 0n ? 0 : difference > 0n ? -1 : 1;
}

/** What is left of the problem after the certain answers, in the smallest whole units. */
interface Core {
  /** Always taken: they cost nothing. */
  readonly free: readonly number[];
  /** Places in the given list, densest first; items above the budget and worthless ones are left out. */
  readonly order: readonly number[];
  readonly sorted: readonly Item[];
  readonly budget: number;
  /** One unit of value here is so many there. */
  readonly unit: number;
}

function coreOf(items: readonly Item[], budget: number): Core {
  const free: number[] = [];
  const order: number[] = [];
  items.forEach((item, index) => {
    if (item.cost === 0 && item.value > 0) free.push(index);
    else if (item.cost > 0 && item.cost <= budget && item.value > 0) order.push(index);
  });
  order.sort((a, b) => denser(items[a] as Item, items[b] as Item) || a - b);
  const costUnit = order.reduce((d, index) => gcd(d, (items[index] as Item).cost), 0) || 1;
  const unit = order.reduce((d, index) => gcd(d, (items[index] as Item).value), 0) || 1;
  const sorted = order.map((index) => {
    const { cost, value } = items[index] as Item;
    return { cost: cost / costUnit, value: value / unit };
  });
  return { free, order, sorted, budget: Math.floor(budget / costUnit), unit };
}

interface Found {
  readonly inside: readonly boolean[];
  readonly value: number;
  readonly bound: number;
  readonly proven: boolean;
  readonly seen: number;
}

class Programme {
  readonly sorted: readonly Item[];
  readonly budget: number;
  readonly log = new Log();
  best = -1;
  bestTrace = -1;
  /** Found elsewhere: only what is worth more is of interest. */
  readonly known: number;
  states: States;
  spare: States = emptyStates(64);
  low: number;
  high: number;
  seen = 1;

  constructor(sorted: readonly Item[], budget: number, breakIndex: number, known: number) {
    this.sorted = sorted;
    this.budget = budget;
    const taken = sorted.slice(0, breakIndex);
    const sum = (of: "cost" | "value") => taken.reduce((total, item) => total + item[of], 0);
    this.best = sum("value");
    this.known = Math.max(known, this.best);
    this.states = startStates(sum("cost"), this.best, -1);
    this.low = breakIndex - 1;
    this.high = breakIndex;
  }

  get reached(): number {
    return Math.max(this.best, this.known);
  }

  /** The row worth most within the budget, if it is worth more than the best: rows ascend in both. */
  #note(index: number, sign: 1 | -1): void {
    const { cost, value } = this.sorted[index] as Item;
    const { states } = this;
    let [low, high] = [-1, states.size - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((states.cost[middle] as number) + sign * cost <= this.budget) low = middle;
      else high = middle - 1;
    }
    if (low < 0) return;
    const worth = (states.value[low] as number) + sign * value;
    if (worth <= this.reached) return;
    this.best = worth;
    this.bestTrace = this.log.add(states.trace[low] as number, index);
  }

  flip(index: number, sign: 1 | -1): void {
    this.#note(index, sign);
    const { cost, value } = this.sorted[index] as Item;
    const [next, previous] = [this.sorted[this.high], this.sorted[this.low]];
    const wanted = this.reached + 1;
    const { budget, log } = this;
    grow(this.states, this.spare, sign * cost, sign * value, {
      keeps: (rowCost, rowValue) => {
        const left = budget - rowCost;
        return optimistic(rowValue, left, left >= 0 ? next : previous) >= wanted;
      },
      stepped: (trace) => log.add(trace, index),
    });
    [this.states, this.spare] = [this.spare, this.states];
    this.seen += this.states.size + 1;
  }

  run(bound: number, limit: number): boolean {
    const open = () => this.low >= 0 || this.high < this.sorted.length;
    while (this.reached < bound && this.states.size > 0 && open()) {
      if (this.seen >= limit) return false;
      if (this.high < this.sorted.length) this.flip(this.high++, 1);
      if (this.low >= 0) this.flip(this.low--, -1);
    }
    return true;
  }
}

function breakOf(sorted: readonly Item[], budget: number): { index: number; relaxed: number } {
  let [cost, value, index] = [0, 0, 0];
  for (const item of sorted) {
    if (cost + item.cost > budget) break;
    cost += item.cost;
    value += item.value;
    index += 1;
  }
  return { index, relaxed: Math.floor(optimistic(value, budget - cost, sorted[index])) };
}

function insideOf(programme: Programme, breakIndex: number): boolean[] {
  const inside = programme.sorted.map((_, index) => index < breakIndex);
  for (const index of programme.log.stepsOf(programme.bestTrace)) inside[index] = inside[index] !== true;
  return inside;
}

function solveCore({ sorted, budget }: Core, limit: number): Found {
  const { index, relaxed } = breakOf(sorted, budget);
  const first = new Programme(sorted, budget, index, -1);
  const done = first.run(relaxed, Math.min(limit, FIRST_LIMIT));
  const start = insideOf(first, index);
  if (done) return { inside: start, value: first.best, bound: first.best, proven: true, seen: first.seen };
  if (limit <= FIRST_LIMIT)
    return { inside: start, value: first.best, bound: relaxed, proven: false, seen: first.seen };
  const bound = Math.min(relaxed, countedBound(sorted, budget, first.best));
  const near = improveBySwaps(sorted, start, { budget, bound, breakIndex: index });
  const seen = first.seen + near.work;
  const { inside, value } = near;
  if (value >= bound || seen >= limit) return { inside, value, bound, proven: value >= bound, seen };
  const second = new Programme(sorted, budget, index, value);
  const proven = second.run(bound, limit - seen);
  const better = second.best > value;
  return {
    inside: better ? insideOf(second, index) : inside,
    value: second.reached,
    bound: proven ? second.reached : bound,
    proven: proven || second.reached >= bound,
    seen: seen + second.seen,
  };
}

/**
 * @param items whole non-negative costs and values
 * @param budget whole, non-negative
 */
export function solveKnapsack(items: readonly Item[], budget: number, stateLimit = STATE_LIMIT): Solution {
  const core = coreOf(items, budget);
  const found = solveCore(core, stateLimit);
  const picks = core.order.filter((_, position) => found.inside[position]);
  const chosen = [...core.free, ...picks].sort((a, b) => a - b);
  const total = chosen.reduce((sum, index) => sum + (items[index] as Item).value, 0);
  const spent = chosen.reduce((sum, index) => sum + (items[index] as Item).cost, 0);
  const freeValue = core.free.reduce((sum, index) => sum + (items[index] as Item).value, 0);
  return {
    chosen,
    value: total,
    cost: spent,
    bound: found.proven ? total : Math.max(total, found.bound * core.unit + freeValue),
    proven: found.proven,
    statesSeen: found.seen,
  };
}

/**
 * The least cost of a choice worth at least `target`: what is left out is a knapsack with costs and values exchanged.
 * Null when no choice reaches the target, or the search stopped at its limit.
 */
export function cheapestChoice(
  items: readonly Item[],
  target: number,
  stateLimit = STATE_LIMIT,
): { readonly chosen: readonly number[]; readonly cost: number; readonly statesSeen: number } | null {
  const total = items.reduce((sum, item) => sum + item.value, 0);
  if (total < target) return null;
  const mirrored = items.map((item) => ({ cost: item.value, value: item.cost }));
  const left = solveKnapsack(mirrored, total - Math.max(0, target), stateLimit);
  if (!left.proven) return null;
  const out = new Set(left.chosen);
  const chosen = items.flatMap((_, index) => (out.has(index) ? [] : [index]));
  const cost = chosen.reduce((sum, index) => sum + (items[index] as Item).cost, 0);
  return { chosen, cost, statesSeen: left.statesSeen };
}
