/**
 * Exact choice under constraints without an outside solver, for places that cannot load one (a cell of the sheet):
 * depth-first branch and bound, projects that floors count first and
 * what others need before them, then in order of points per đồng, bounded by the
 * budget alone. Stops at its limit and then says that nothing is proven.
 */
import { sumOf, type Problem } from "./problem.ts";

export const NODE_LIMIT = 300_000;

export interface SearchAnswer {
  /** Null: nothing found; none exists when `proven`. */
  readonly chosen: readonly number[] | null;
  readonly bound: number;
  readonly proven: boolean;
  readonly nodes: number;
}

interface Tally {
  readonly minDong: number;
  readonly maxDong: number;
  readonly minCount: number;
  readonly maxCount: number;
  dong: number;
  count: number;
  dongOpen: number;
  countOpen: number;
}

/** What a project needs is decided before it: a missing partner is then found out at once, not at the bottom. */
function neededFirst({ requires }: Problem, order: readonly number[]): number[] {
  const needs = new Map<number, number[]>();
  for (const [index, needed] of requires) needs.set(index, [...(needs.get(index) ?? []), needed]);
  const result = new Set<number>();
  const open = new Set<number>();
  const waiting = order.map((_, position) => order[order.length - 1 - position] as number);
  for (let index = waiting.at(-1); index !== undefined; index = waiting.at(-1)) {
    const before = open.has(index) ? [] : (needs.get(index) ?? []).filter((needed) => !open.has(needed));
    open.add(index);
    if (before.length > 0) waiting.push(...before);
    else result.add(waiting.pop() as number);
  }
  return [...result];
}

class Search {
  readonly problem: Problem;
  /** In which order projects are decided, and by points per đồng for the bound. */
  readonly order: readonly number[];
  readonly byDensity: readonly number[];
  readonly state: Int8Array;
  readonly tallies: readonly Tally[];
  readonly talliesOf: readonly (readonly Tally[])[];
  readonly rivals: readonly (readonly number[])[];
  readonly needs: readonly (readonly number[])[];
  readonly neededBy: readonly (readonly number[])[];
  best: number[] | null = null;
  bestValue = -1;
  bestCost = 0;
  nodes = 0;
  spent = 0;
  value = 0;

  readonly nodeLimit: number;

  constructor(problem: Problem, nodeLimit: number) {
    this.problem = problem;
    this.nodeLimit = nodeLimit;
    const { costs, values } = problem;
    this.state = new Int8Array(costs.length);
    const density = (i: number) => (costs[i] === 0 ? Infinity : (values[i] as number) / (costs[i] as number));
    this.byDensity = costs.map((_, i) => i).sort((a, b) => density(b) - density(a) || a - b);
    const floors = problem.limits.filter(({ kind }) => kind === "floor");
    const floored = new Set(floors.flatMap(({ members }) => members));
    const early = (i: number) => problem.status[i] === "in" || floored.has(i);
    const wanted = [...this.byDensity.filter(early), ...this.byDensity.filter((i) => !early(i))];
    this.order = neededFirst(problem, wanted);
    this.tallies = problem.limits.map((limit) => ({
      ...limit,
      dong: 0,
      count: 0,
      dongOpen: sumOf(costs, limit.members),
      countOpen: limit.members.length,
    }));
    const talliesOf: Tally[][] = costs.map(() => []);
    problem.limits.forEach(({ members }, t) => {
      for (const i of members) talliesOf[i]?.push(this.tallies[t] as Tally);
    });
    this.talliesOf = talliesOf;
    const listsOf = (): number[][] => costs.map(() => []);
    const [rivals, needs, neededBy] = [listsOf(), listsOf(), listsOf()];
    for (const set of problem.exclusions)
      for (const i of set) rivals[i]?.push(...set.filter((other) => other !== i));
    for (const [from, needed] of problem.requires) {
      needs[from]?.push(needed);
      neededBy[needed]?.push(from);
    }
    [this.rivals, this.needs, this.neededBy] = [rivals, needs, neededBy];
  }

  /** What the best completion could be worth if only the budget counted; over-estimated, never under-estimated. */
  relaxed(): number {
    let spare = this.problem.budgetDong - this.spent;
    let bound = this.value;
    for (const index of this.byDensity) {
      if (this.state[index] !== 0 || this.problem.status[index] === "out") continue;
      const cost = this.problem.costs[index] as number;
      const value = this.problem.values[index] as number;
      if (cost > spare) return bound + (value * spare) / cost + 1e-6 + bound * 1e-12;
      spare -= cost;
      bound += value;
    }
    return bound;
  }

  hopeless(): boolean {
    const bound = Math.floor(this.relaxed());
    return bound < this.bestValue || (bound === this.bestValue && this.spent >= this.bestCost);
  }

  /** Marks a project; false when something can no longer hold. `undo` takes it back either way. */
  mark(index: number, mark: 1 | -1): boolean {
    const cost = this.problem.costs[index] as number;
    this.state[index] = mark;
    if (mark === 1) {
      this.spent += cost;
      this.value += this.problem.values[index] as number;
    }
    let good = this.spent <= this.problem.budgetDong;
    for (const tally of this.talliesOf[index] ?? []) {
      tally.dongOpen -= cost;
      tally.countOpen -= 1;
      if (mark === 1) {
        tally.dong += cost;
        tally.count += 1;
      }
      good &&=
        tally.dong <= tally.maxDong &&
        tally.count <= tally.maxCount &&
        tally.dong + tally.dongOpen >= tally.minDong &&
        tally.count + tally.countOpen >= tally.minCount;
    }
    if (!good) return false;
    if (mark === 1)
      return (
        !(this.rivals[index] ?? []).some((other) => this.state[other] === 1) &&
        !(this.needs[index] ?? []).some((other) => this.state[other] === -1)
      );
    return !(this.neededBy[index] ?? []).some((other) => this.state[other] === 1);
  }

  undo(index: number): void {
    const cost = this.problem.costs[index] as number;
    const picked = this.state[index] === 1;
    this.state[index] = 0;
    if (picked) {
      this.spent -= cost;
      this.value -= this.problem.values[index] as number;
    }
    for (const tally of this.talliesOf[index] ?? []) {
      tally.dongOpen += cost;
      tally.countOpen += 1;
      if (picked) {
        tally.dong -= cost;
        tally.count -= 1;
      }
    }
  }

  keep(): void {
    const better =
      this.value > this.bestValue || (this.value === this.bestValue && this.spent < this.bestCost);
    if (!better) return;
    this.best = this.problem.costs.flatMap((_, index) => (this.state[index] === 1 ? [index] : []));
    this.bestValue = this.value;
    this.bestCost = this.spent;
  }

  /** 1 = in, −1 = out, 0 = both were tried. */
  #next(position: number, tried: number): 1 | -1 | 0 {
    const status = this.problem.status[this.order[position] as number];
    if (tried === 0 && status !== "out") return 1;
    return tried !== -1 && status !== "in" ? -1 : 0;
  }

  /** Depth first, without recursion: lists are longer than a stack is deep. */
  run(): void {
    const tried = new Int8Array(this.order.length + 1);
    let position = 0;
    while (position >= 0) {
      if (tried[position] === 0) {
        if (this.nodes >= this.nodeLimit) return;
        this.nodes += 1;
        const over = this.best !== null && this.hopeless();
        if (!over && position === this.order.length) this.keep();
        if (over || position === this.order.length) {
          position -= 1;
          continue;
        }
      }
      const index = this.order[position] as number;
      if (tried[position] !== 0) this.undo(index);
      const next = this.#next(position, tried[position] as number);
      tried[position] = next;
      if (next === 0) position -= 1;
      else if (this.mark(index, next)) tried[(position += 1)] = 0;
    }
  }
}

function startable({ limits, requires, status }: Problem): boolean {
  const reachable = limits.every(
    (limit) => limit.members.length >= limit.minCount && (limit.minDong === 0 || limit.members.length > 0),
  );
  return reachable && requires.every(([index, needed]) => status[index] !== "in" || status[needed] !== "out");
}

/** Errors: none; see `SearchAnswer`. */
export function searchChoice(problem: Problem, nodeLimit = NODE_LIMIT): SearchAnswer {
  if (!startable(problem)) return { chosen: null, bound: 0, proven: true, nodes: 0 };
  const search = new Search(problem, nodeLimit);
  const relaxed = Math.floor(search.relaxed());
  search.run();
  const { best, bestValue, nodes } = search;
  const proven = nodes < nodeLimit;
  return { chosen: best, bound: proven && best !== null ? bestValue : relaxed, proven, nodes };
}
