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
  const result = new Set<number>();
  const open = new Set<number>();
  const emit = (index: number): void => {
    if (open.has(index) || result.has(index)) return;
    open.add(index);
    for (const [from, needed] of requires) if (from === index) emit(needed);
    result.add(index);
  };
  order.forEach(emit);
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
    const early = (i: number) => problem.status[i] === "in" || floors.some((f) => f.members.includes(i));
    const wanted = [...this.byDensity.filter(early), ...this.byDensity.filter((i) => !early(i))];
    this.order = neededFirst(problem, wanted);
    this.tallies = problem.limits.map((limit) => ({
      ...limit,
      dong: 0,
      count: 0,
      dongOpen: sumOf(costs, limit.members),
      countOpen: limit.members.length,
    }));
    this.talliesOf = costs.map((_, i) =>
      this.tallies.filter((_tally, t) => problem.limits[t]?.members.includes(i)),
    );
    const together = (i: number) => problem.exclusions.filter((set) => set.includes(i)).flat();
    this.rivals = costs.map((_, i) => together(i).filter((other) => other !== i));
    this.needs = costs.map((_, i) => problem.requires.flatMap(([a, b]) => (a === i ? [b] : [])));
    this.neededBy = costs.map((_, i) => problem.requires.flatMap(([a, b]) => (b === i ? [a] : [])));
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

  visit(position: number): void {
    if (this.nodes >= this.nodeLimit) return;
    this.nodes += 1;
    if (this.best !== null && this.hopeless()) return;
    if (position === this.order.length) return this.keep();
    const index = this.order[position] as number;
    const status = this.problem.status[index];
    if (status !== "out") {
      if (this.mark(index, 1)) this.visit(position + 1);
      this.undo(index);
    }
    if (status !== "in") {
      if (this.mark(index, -1)) this.visit(position + 1);
      this.undo(index);
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
  search.visit(0);
  const { best, bestValue, nodes } = search;
  const proven = nodes < nodeLimit;
  return { chosen: best, bound: proven && best !== null ? bestValue : relaxed, proven, nodes };
}
