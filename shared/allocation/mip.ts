/**
 * A choice under constraints as a mixed-integer programme for an outside solver. The solver computes in floating point,
 * so nothing it says is taken on trust: rows are scaled without rounding, its choice is checked in whole numbers, and a
 * choice that breaks a row by a few đồng is cut off and the model solved again.
 *
 * Scaling: a row's coefficients are divided by their greatest common divisor (limits rounded to the safe side: exact,
 * since every left side is a multiple), then by a power of two until none exceeds 2^20: exact in binary. Bounds are
 * rounded to the whole unit below after adding one part in 10^12 for rounding inside the solver.
 */
import { breachesOf, sumOf, type Breach, type Problem } from "./problem.ts";
import type { LinearModel, LinearRow, Solver, SolverLimits } from "./solver.ts";

const GREATEST_COEFFICIENT = 2 ** 20;
/** A solver that needs more cuts than this is not to be believed. */
const CUT_ROUNDS = 100;

function gcd(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y !== 0) [x, y] = [y, x % y];
  return x;
}

interface WholeRow {
  readonly indices: readonly number[];
  readonly coefficients: readonly number[];
  readonly min: number;
  readonly max: number;
}

/** Null for a row that holds always. */
export function scaleRow({ indices, coefficients, min, max }: WholeRow): LinearRow | null {
  const keep = indices.flatMap((_, i) => (coefficients[i] === 0 ? [] : [i]));
  const whole = keep.map((i) => coefficients[i] as number);
  const greatest = Math.max(0, ...whole.map(Math.abs));
  const divisor = whole.reduce((d, c) => gcd(d, Math.abs(c)), 0) || 1;
  if (keep.length === 0 && min <= 0 && max >= 0) return null;
  let power = 1;
  while (greatest / divisor / power > GREATEST_COEFFICIENT) power *= 2;
  return {
    indices: keep.map((i) => indices[i] as number),
    coefficients: whole.map((c) => c / divisor / power),
    lower: Number.isFinite(min) ? Math.ceil(min / divisor) / power : min,
    upper: Number.isFinite(max) ? Math.floor(max / divisor) / power : max,
  };
}

function ones(indices: readonly number[]): number[] {
  return indices.map(() => 1);
}

/** Budget, floors, ceilings, exclusions and requirements, in whole numbers. */
export function wholeRows(problem: Problem): WholeRow[] {
  const all = problem.costs.map((_, index) => index);
  const rows: WholeRow[] = [
    { indices: all, coefficients: problem.costs, min: -Infinity, max: problem.budgetDong },
  ];
  for (const { members, minDong, maxDong, minCount, maxCount } of problem.limits) {
    const costs = members.map((index) => problem.costs[index] as number);
    if (minDong > 0 || maxDong < Infinity)
      rows.push({
        indices: members,
        coefficients: costs,
        min: minDong > 0 ? minDong : -Infinity,
        max: maxDong,
      });
    if (minCount > 0 || maxCount < Infinity)
      rows.push({
        indices: members,
        coefficients: ones(members),
        min: minCount > 0 ? minCount : -Infinity,
        max: maxCount,
      });
  }
  for (const set of problem.exclusions)
    rows.push({ indices: set, coefficients: ones(set), min: -Infinity, max: 1 });
  for (const [index, needed] of problem.requires)
    rows.push({ indices: [index, needed], coefficients: [1, -1], min: -Infinity, max: 0 });
  return rows;
}

/** A row every true choice meets and this one breaks. Costs are not negative, which both kinds rest on. */
function cutFor(problem: Problem, breach: Breach, chosen: readonly number[]): WholeRow | null {
  const cover = (of: readonly number[]): WholeRow => ({
    indices: of,
    coefficients: ones(of),
    min: -Infinity,
    max: of.length - 1,
  });
  if (breach.kind === "budget") return cover(chosen);
  if (breach.kind !== "limit") return null;
  const picked = new Set(chosen);
  const { members, maxDong } = breach.limit;
  if (breach.dong > maxDong) return cover(members.filter((index) => picked.has(index)));
  const missing = members.filter((index) => !picked.has(index));
  return { indices: missing, coefficients: ones(missing), min: 1, max: Infinity };
}

/** The bound as a whole number that is surely not too small. */
function wholeBound(bound: number, sense: "max" | "min"): number {
  const slack = 1e-6 + Math.abs(bound) * 1e-12;
  return sense === "max" ? Math.floor(bound + slack) : Math.ceil(bound - slack);
}

export interface MipAnswer {
  /** Null: nothing found; none exists when `proven`. */
  readonly chosen: readonly number[] | null;
  /** In units of the objective. */
  readonly bound: number;
  readonly proven: boolean;
}

/** Solves until the choice found stands in whole numbers. `also` are further rows, e.g. a least total score. */
export function solveMip(
  problem: Problem,
  goal: { readonly sense: "max" | "min"; readonly objective: readonly number[] },
  solver: Solver,
  limits: SolverLimits,
  also: readonly WholeRow[] = [],
): MipAnswer {
  const unit = goal.objective.reduce((d, c) => gcd(d, Math.abs(c)), 0) || 1;
  const rows = [...wholeRows(problem), ...also];
  for (let round = 0; round < CUT_ROUNDS; round += 1) {
    const model: LinearModel = {
      sense: goal.sense,
      objective: goal.objective.map((c) => c / unit),
      lower: problem.status.map((status) => (status === "in" ? 1 : 0)),
      upper: problem.status.map((status) => (status === "out" ? 0 : 1)),
      continuous: [],
      rows: rows.flatMap((row) => scaleRow(row) ?? []),
    };
    const answer = solver(model, limits);
    if (answer.status === "infeasible") return { chosen: null, bound: 0, proven: true };
    const bound = Number.isFinite(answer.bound) ? wholeBound(answer.bound, goal.sense) * unit : Infinity;
    if (answer.columns === null) return { chosen: null, bound, proven: false };
    const chosen = answer.columns.flatMap((x, index) => (x > 0.5 ? [index] : []));
    const breaches = breachesOf(problem, chosen);
    const cuts = breaches.flatMap((breach) => cutFor(problem, breach, chosen) ?? []);
    const broken = also.filter((row) => !holds(row, chosen));
    if (breaches.length === 0 && broken.length === 0)
      return { chosen, bound, proven: bound === sumOf(goal.objective, chosen) };
    if (cuts.length === 0) return { chosen: null, bound, proven: false };
    rows.push(...cuts);
  }
  return { chosen: null, bound: Infinity, proven: false };
}

export function holds({ indices, coefficients, min, max }: WholeRow, chosen: readonly number[]): boolean {
  const picked = new Set(chosen);
  const sum = indices.reduce((s, index, i) => s + (picked.has(index) ? (coefficients[i] as number) : 0), 0);
  return sum >= min && sum <= max;
}
