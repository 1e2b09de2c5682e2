/**
 * The exact best choice under one budget: a dynamic programme that grows outwards from the break item, keeping only
 * undominated partial choices whose optimistic completion still beats the best choice found. Values and costs are whole
 * numbers; optimistic completions are over-estimated, never under-estimated, so that nothing optimal is dropped.
 */

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

interface State {
  readonly cost: number;
  readonly value: number;
  /** Item flipped last and where it came from: the choice is read back along this chain. */
  readonly flipped: number;
  readonly parent: State | null;
}

/** Beyond this many partial choices the search stops and reports its gap instead of a proof. */
export const STATE_LIMIT = 4_000_000;

/** Over-estimates by a hair: double rounding may not make a bound too small. */
function optimistic(value: number, spareCost: number, item: Item | undefined): number {
  if (item === undefined) return spareCost < 0 ? Number.NEGATIVE_INFINITY : value;
  const gain = spareCost * (item.value / item.cost);
  return value + gain + Math.abs(gain) * 1e-12 + 1e-6;
}

/** Both lists ascending by cost; keeps states that are worth more than every cheaper one. */
function mergeUndominated(kept: readonly State[], flipped: readonly State[]): State[] {
  const merged: State[] = [];
  let i = 0;
  let j = 0;
  let best = Number.NEGATIVE_INFINITY;
  while (i < kept.length || j < flipped.length) {
    const a = kept[i];
    const b = flipped[j];
    const takeA =
      b === undefined || (a !== undefined && (a.cost < b.cost || (a.cost === b.cost && a.value >= b.value)));
    const next = (takeA ? a : b) as State;
    if (takeA) i += 1;
    else j += 1;
    if (next.value > best) {
      merged.push(next);
      best = next.value;
    }
  }
  return merged;
}

/** Free items are always taken, items above the budget never; worthless ones only add cost. */
function orderByDensity(items: readonly Item[], budget: number): { free: number[]; order: number[] } {
  const free: number[] = [];
  const order: number[] = [];
  items.forEach((item, index) => {
    if (item.cost === 0 && item.value > 0) free.push(index);
    else if (item.cost > 0 && item.cost <= budget && item.value > 0) order.push(index);
  });
  const at = (index: number) => items[index] as Item;
  order.sort((a, b) => {
    const left = BigInt(at(a).value) * BigInt(at(b).cost);
    const right = BigInt(at(b).value) * BigInt(at(a).cost);
    return left === right ? a - b : left > right ? -1 : 1;
  });
  return { free, order };
}

interface Search {
  readonly sorted: readonly Item[];
  readonly budget: number;
  states: State[];
  best: State;
  seen: number;
}

function flip(search: Search, index: number, sign: 1 | -1): void {
  const item = search.sorted[index] as Item;
  const flipped = search.states.map(
    (state): State => ({
      cost: state.cost + sign * item.cost,
      value: state.value + sign * item.value,
      flipped: index,
      parent: state,
    }),
  );
  search.states = mergeUndominated(search.states, flipped);
  search.seen += search.states.length;
  for (const state of search.states) {
    if (state.cost <= search.budget && state.value > search.best.value) search.best = state;
  }
}

/** Drops partial choices that cannot beat the best one however the items left (below `low`, from `high`) are used. */
function prune(search: Search, low: number, high: number): void {
  const { budget, best } = search;
  const next = search.sorted[high];
  const previous = search.sorted[low];
  search.states = search.states.filter((state) => {
    const spare = budget - state.cost;
    return optimistic(state.value, spare, spare >= 0 ? next : previous) >= best.value + 1;
  });
}

function readChoice(best: State, breakIndex: number, count: number): boolean[] {
  const chosen = Array.from({ length: count }, (_, index) => index < breakIndex);
  for (let state: State | null = best; state !== null && state.flipped >= 0; state = state.parent) {
    chosen[state.flipped] = !chosen[state.flipped];
  }
  return chosen;
}

/**
 * @param items whole non-negative costs and values
 * @param budget whole, non-negative
 */
export function solveKnapsack(items: readonly Item[], budget: number, stateLimit = STATE_LIMIT): Solution {
  const { free, order } = orderByDensity(items, budget);
  const sorted = order.map((index) => items[index] as Item);
  let breakIndex = 0;
  let cost = 0;
  let value = 0;
  for (const item of sorted) {
    if (cost + item.cost > budget) break;
    cost += item.cost;
    value += item.value;
    breakIndex += 1;
  }
  const start: State = { cost, value, flipped: -1, parent: null };
  const search: Search = { sorted, budget, states: [start], best: start, seen: 1 };
  const relaxed = Math.floor(optimistic(value, budget - cost, sorted[breakIndex]));
  let low = breakIndex - 1;
  let high = breakIndex;
  while (
    search.best.value < relaxed &&
    search.states.length > 0 &&
    (low >= 0 || high < sorted.length) &&
    search.seen < stateLimit
  ) {
    if (high < sorted.length) flip(search, high++, 1);
    prune(search, low, high);
    if (low >= 0) flip(search, low--, -1);
    prune(search, low, high);
  }
  const proven = search.seen < stateLimit || search.best.value >= relaxed;
  const picks = readChoice(search.best, breakIndex, sorted.length);
  const chosen = [...free, ...order.filter((_, position) => picks[position])].sort((a, b) => a - b);
  const total = chosen.reduce((sum, index) => sum + (items[index] as Item).value, 0);
  const spent = chosen.reduce((sum, index) => sum + (items[index] as Item).cost, 0);
  const freeValue = free.reduce((sum, index) => sum + (items[index] as Item).value, 0);
  return {
    chosen,
    value: total,
    cost: spent,
    bound: proven ? total : Math.max(total, relaxed + freeValue),
    proven,
    statesSeen: search.seen,
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
