/**
 * The best choice, by the tool that fits the problem. One rule decides ties everywhere: the highest total score, then
 * the least money; what is still equal is decided by the fixed order of the search over the list sorted by id.
 */
import { cheapestChoice, solveKnapsack, STATE_LIMIT, type Item } from "./knapsack.ts";
import { solveMip } from "./mip.ts";
import { breachesOf, isPlain, sumOf, type Problem } from "./problem.ts";
import { NODE_LIMIT, searchChoice } from "./search.ts";
import { partsOf } from "./separate.ts";
import type { Solver } from "./solver.ts";
import type { Choice } from "./types.ts";

export interface Solved {
  /** Null: nothing found; none exists when `proven`. */
  readonly chosen: readonly number[] | null;
  /** In units of `values`. */
  readonly value: number;
  readonly cost: number;
  readonly bound: number;
  readonly proven: boolean;
  readonly method: Choice["method"];
  /** Steps taken, of whatever kind: a measure of work without a clock. */
  readonly work: number;
}

export interface Means {
  readonly solver?: Solver;
  /** For one call of the outside solver. */
  readonly seconds?: number;
  /** Partial choices the one-budget search may look at. */
  readonly states?: number;
  /** Nodes of the own search under constraints. */
  readonly nodes?: number;
}

const SECONDS = 20;
const SOLVER_NODES = 2_000_000;
/** What the own search proves within this many nodes needs no outside solver, and its proof is in whole numbers. */
const QUICK_NODES = 20_000;

/** Work before the first step, for each project: sorting and the like. */
const SETTING_UP = 4;

function asItems(problem: Problem, indices: readonly number[]): Item[] {
  return indices.map((i) => ({ cost: problem.costs[i] as number, value: problem.values[i] as number }));
}

export function indicesOf(problem: Problem, status: string): number[] {
  return problem.status.flatMap((s, index) => (s === status ? [index] : []));
}

function ascending(indices: readonly number[]): number[] {
  return [...indices].sort((a, b) => a - b);
}

function nothing(method: Choice["method"], bound: number, proven: boolean, work: number): Solved {
  return { chosen: null, value: 0, cost: 0, bound, proven, method, work };
}

export function solvePlain(problem: Problem, states = STATE_LIMIT): Solved {
  const forced = indicesOf(problem, "in");
  const free = indicesOf(problem, "free");
  const spare = problem.budgetDong - sumOf(problem.costs, forced);
  if (spare < 0) return nothing("dp", 0, true, 0);
  const items = asItems(problem, free);
  const best = solveKnapsack(items, spare, states);
  const cheapest = best.proven ? cheapestChoice(items, best.value, states) : null;
  const picks = cheapest?.chosen ?? best.chosen;
  const chosen = ascending([...forced, ...picks.map((p) => free[p] as number)]);
  return {
    chosen,
    value: sumOf(problem.values, chosen),
    cost: sumOf(problem.costs, chosen),
    bound: sumOf(problem.values, forced) + best.bound,
    proven: best.proven,
    method: "dp",
    work: best.statesSeen + (cheapest?.statesSeen ?? 0) + SETTING_UP * problem.costs.length,
  };
}

function solveSearch(problem: Problem, nodes: number): Solved {
  const answer = searchChoice(problem, nodes);
  const { chosen, bound, proven } = answer;
  const work = answer.nodes + SETTING_UP * problem.costs.length;
  if (chosen === null) return nothing("search", bound, proven, work);
  const value = sumOf(problem.values, chosen);
  const cost = sumOf(problem.costs, chosen);
  return { chosen, value, cost, bound, proven, method: "search", work };
}

/** First the most points, then the least money for them. */
function solveOutside(problem: Problem, solver: Solver, seconds: number): Solved {
  const limits = { seconds, nodes: SOLVER_NODES };
  const best = solveMip(problem, { sense: "max", objective: problem.values }, solver, limits);
  if (best.chosen === null) return nothing("highs", best.bound, best.proven, 1);
  const value = sumOf(problem.values, best.chosen);
  const all = problem.values.map((_, index) => index);
  const least = { indices: all, coefficients: problem.values, min: value, max: Infinity };
  const goal = { sense: "min", objective: problem.costs } as const;
  const cheaper = best.proven ? solveMip(problem, goal, solver, limits, [least]).chosen : null;
  const chosen = cheaper ?? best.chosen;
  return {
    chosen,
    value,
    cost: sumOf(problem.costs, chosen),
    bound: best.bound,
    proven: best.proven,
    method: "highs",
    work: 1,
  };
}

function better(a: Solved, b: Solved): Solved {
  if (a.chosen === null || b.chosen === null) return a.chosen === null ? b : a;
  if (a.value !== b.value) return a.value > b.value ? a : b;
  return b.cost < a.cost ? b : a;
}

/** Both searched the same problem: the better choice under the lower bound. */
function combine(a: Solved, b: Solved): Solved {
  const best = better(a, b);
  const bound = Math.min(a.bound, b.bound);
  const proven = best.chosen === null ? false : bound <= best.value;
  return { ...best, bound: Math.max(bound, best.value), proven };
}

/** The answer is checked once more in whole numbers, whatever found it. */
export function choose(problem: Problem, means: Means = {}): Solved {
  const solved = chooseUnchecked(problem, means);
  if (solved.chosen !== null && breachesOf(problem, solved.chosen).length > 0)
    throw new Error("a choice that breaks its constraints");
  return solved;
}

/** The best choice under the budget alone is the best of all when it keeps every other rule as well. */
function solveRelaxed(problem: Problem, states?: number): Solved | null {
  const bare = { ...problem, limits: [], exclusions: [], requires: [] };
  const best = solvePlain(bare, states);
  return best.proven && best.chosen !== null && breachesOf(problem, best.chosen).length === 0 ? best : null;
}

function solveParts(problem: Problem, states?: number): Solved | null {
  const parts = partsOf(problem)?.map((part) => solvePlain(part.problem, states));
  if (parts === undefined) return null;
  const sum = (of: (part: Solved) => number) => parts.reduce((total, part) => total + of(part), 0);
  const proven = parts.every((part) => part.proven);
  const work = sum((part) => part.work);
  if (parts.some(({ chosen }) => chosen === null)) return nothing("dp", 0, true, work);
  return {
    chosen: ascending(parts.flatMap(({ chosen }) => chosen ?? [])),
    value: sum(({ value }) => value),
    cost: sum(({ cost }) => cost),
    bound: sum(({ bound }) => bound),
    proven,
    method: "dp",
    work,
  };
}

/** A solver in floating point cannot close a gap this narrow, and would only take its time. */
const NARROW_GAP = 1e-6;

function chooseUnchecked(problem: Problem, means: Means): Solved {
  const { solver, seconds = SECONDS } = means;
  if (isPlain(problem)) {
    const own = solvePlain(problem, means.states);
    const narrow = own.bound - own.value <= NARROW_GAP * own.bound;
    if (own.proven || narrow || solver === undefined) return own;
    return combine(own, solveOutside(problem, solver, seconds));
  }
  const easy = solveParts(problem, means.states) ?? solveRelaxed(problem, means.states);
  if (easy?.proven === true) return easy;
  if (solver === undefined) return solveSearch(problem, means.nodes ?? NODE_LIMIT);
  const own = solveSearch(problem, means.nodes ?? QUICK_NODES);
  if (own.proven) return own;
  const outside = solveOutside(problem, solver, seconds);
  return outside.proven ? outside : combine(own, outside);
}
