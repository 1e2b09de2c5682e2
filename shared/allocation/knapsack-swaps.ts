/**
 * A better choice near a good one, filling the budget to the đồng. Two ways, both by meeting in the middle, so that some
 * 2^36 sets of moves cost no more than 2^19: single items are taken or dropped; or as many are dropped as are taken, which
 * is what counts where each project is worth its cost and a constant.
 */
import type { Item } from "./knapsack.ts";
import { merged, shifted, startStates, type States } from "./knapsack-states.ts";

/** Items moved in each half. */
const HALF = 18;
const ROUNDS = 2;

export interface Near {
  readonly inside: readonly boolean[];
  readonly value: number;
  /** Rows laid out: a measure of work without a clock. */
  readonly work: number;
}

/** An item whose membership changes. */
interface Move {
  readonly index: number;
  readonly cost: number;
  readonly value: number;
}

/** All sets of the moves; one cheaper and worth more puts another out. */
function layOut(moves: readonly Move[]): States {
  return moves.reduce(
    (states, { cost, value }, position) => merged(states, shifted(states, cost, value, 1 << position)),
    startStates(0, 0, 0),
  );
}

/** The same, apart for each number of moves. */
function layOutByCount(moves: readonly Move[]): States[] {
  let byCount = [startStates(0, 0, 0)];
  moves.forEach(({ cost, value }, position) => {
    const stepped = byCount.map((states) => shifted(states, cost, value, 1 << position));
    byCount = [...byCount, undefined].map((states, count) => {
      const more = stepped[count - 1];
      if (states === undefined) return more as States;
      return more === undefined ? states : merged(states, more);
    });
  });
  return byCount;
}

interface Match {
  readonly maskA: number;
  readonly maskB: number;
  readonly gain: number;
}

/** The pair of rows that gains most within the money left, and more than `least`. */
function match(a: States, b: States, spare: number, least: number): Match | null {
  let best: Match | null = null;
  let j = b.size - 1;
  for (let i = 0; i < a.size; i += 1) {
    while (j >= 0 && (a.cost[i] as number) + (b.cost[j] as number) > spare) j -= 1;
    if (j < 0) break;
    const gain = (a.value[i] as number) + (b.value[j] as number);
    if (gain > (best?.gain ?? least))
      best = { maskA: a.trace[i] as number, maskB: b.trace[j] as number, gain };
  }
  return best;
}

interface Goal {
  readonly budget: number;
  /** Nothing is worth more. */
  readonly bound: number;
  /** Items are given densest first; so many of them fit. */
  readonly breakIndex: number;
}

class Neighbourhood {
  readonly items: readonly Item[];
  readonly goal: Goal;
  inside: readonly boolean[];
  value: number;
  work = 0;

  constructor(items: readonly Item[], start: readonly boolean[], goal: Goal) {
    this.items = items;
    this.goal = goal;
    this.inside = start;
    this.value = this.sum(start, "value");
  }

  sum(inside: readonly boolean[], of: "cost" | "value"): number {
    return this.items.reduce((s, item, i) => s + (inside[i] === true ? item[of] : 0), 0);
  }

  #move(base: readonly boolean[], index: number): Move {
    const { cost, value } = this.items[index] as Item;
    const sign = base[index] === true ? -1 : 1;
    return { index, cost: sign * cost, value: sign * value };
  }

  /** `base` may be above the budget: the moves bring it below. */
  #match(
    base: readonly boolean[],
    halves: readonly [readonly Move[], readonly Move[]],
    counted: boolean,
  ): void {
    const [a, b] = counted
      ? [layOutByCount(halves[0]), layOutByCount(halves[1])]
      : [[layOut(halves[0])], [layOut(halves[1])]];
    const spare = this.goal.budget - this.sum(base, "cost");
    const baseValue = this.sum(base, "value");
    a.forEach((states, count) => {
      const others = b[count];
      if (others === undefined) return;
      this.work += states.size + others.size;
      const found = match(states, others, spare, this.value - baseValue);
      if (found === null) return;
      const masks = [found.maskA, found.maskB] as const;
      const inside = [...base];
      halves.forEach((moves, half) =>
        moves.forEach(({ index }, position) => {
          if ((((masks[half] as number) >> position) & 1) === 1) inside[index] = inside[index] !== true;
        }),
      );
      this.inside = inside;
      this.value = baseValue + found.gain;
    });
  }

  /** Items around the place where the densest ones end; in later rounds further ones. */
  takeOrDrop(base: readonly boolean[], round: number): void {
    const away = (index: number) => Math.abs(index + 0.5 - this.goal.breakIndex);
    const near = this.items.map((_, index) => index).sort((a, b) => away(a) - away(b) || a - b);
    const most = Math.max(0, near.length - 2 * HALF);
    const first = Math.min(most, round * HALF);
    const moves = near.slice(first, first + 2 * HALF).map((index) => this.#move(base, index));
    const half = (rest: number) => moves.filter((_, i) => i % 2 === rest);
    this.#match(base, [half(0), half(1)], false);
  }

  /** As many out as in: the items out are chosen so that exchanging half of them makes up for the money left. */
  exchange(base: readonly boolean[], atBorder: boolean): void {
    const all = this.items.map((_, index) => index);
    const leaving = all.filter((index) => base[index] === true).slice(-HALF);
    const outside = all.filter((index) => base[index] !== true);
    if (leaving.length === 0 || outside.length === 0) return;
    const meanOf = (indices: readonly number[]) =>
      indices.reduce((s, index) => s + (this.items[index] as Item).cost, 0) / indices.length;
    const spare = this.goal.budget - this.sum(base, "cost");
    const wanted = meanOf(leaving) + spare / (HALF / 2);
    const windows = atBorder ? [] : outside.slice(0, Math.max(0, outside.length - HALF + 1));
    const away = windows.map((_, at) => Math.abs(meanOf(outside.slice(at, at + HALF)) - wanted));
    const first = Math.max(0, away.indexOf(Math.min(...away)));
    const entering = outside.slice(first, first + HALF);
    const moves = (indices: readonly number[]) => indices.map((index) => this.#move(base, index));
    this.#match(base, [moves(leaving), moves(entering)], true);
  }
}

/** Starts from the densest items, with one more of them, and from the best known, until `bound` is reached. */
export function improveBySwaps(items: readonly Item[], start: readonly boolean[], goal: Goal): Near {
  const near = new Neighbourhood(items, start, goal);
  const densest = (count: number) => items.map((_, index) => index < count);
  for (let round = 0; round < ROUNDS; round += 1)
    for (const base of [densest(goal.breakIndex), densest(goal.breakIndex + 1), near.inside])
      for (const step of [
        () => near.exchange(base, round === 0),
        () => near.takeOrDrop(base, round),
        () => near.exchange(base, round > 0),
      ]) {
        if (near.value >= goal.bound) return near;
        step();
      }
  return near;
}
