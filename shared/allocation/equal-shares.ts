/**
 * The rule shown beside the optimum: the method of equal shares with points as utilities (docs/decisions/0008). The
 * claimants are the members of one group, e.g. the places; each starts with the same part of the budget and pays for
 * projects of its own, cheapest per point first. A project of no member is paid by all, as equally as their money
 * allows. What is left buys further projects by points per đồng. Ceilings, exclusions and requirements are kept; floors
 * are not part of the rule, the ones it misses are named.
 */
import { ok, type Result } from "../kernel/result.ts";
import {
  add,
  compare,
  divide,
  fromDong,
  multiply,
  ratio,
  subtract,
  ZERO,
  type Rational,
} from "../norms/rational.ts";
import { dong } from "../kernel/money.ts";
import { limitName } from "./explain.ts";
import { breachesOf, sumOf, toProblem, type Problem } from "./problem.ts";
import type { AllocationInput } from "./types.ts";

export interface EqualShares {
  readonly chosen: readonly string[];
  readonly value: number;
  readonly costDong: number;
  /** Claimants, in order. */
  readonly members: readonly string[];
  readonly shareDong: number;
  /** Bought with the equal shares; the rest of `chosen` with what was left over. */
  readonly byShares: readonly string[];
  readonly missedFloors: readonly string[];
}

interface Purse {
  readonly member: string;
  left: Rational;
}

/** The price of one point at which the supporters, each paying the same as long as it can, cover the cost. */
function pricePerPoint(cost: Rational, points: Rational, purses: readonly Purse[]): Rational | null {
  const total = add(ZERO, ...purses.map(({ left }) => left));
  if (compare(total, cost) < 0 || points.n === 0n || purses.length === 0) return null;
  const sorted = [...purses].sort((a, b) => compare(a.left, b.left));
  let open = cost;
  for (let i = 0; i < sorted.length; i += 1) {
    const each = divide(open, ratio(BigInt(sorted.length - i)));
    const poorest = (sorted[i] as Purse).left;
    if (compare(poorest, each) >= 0) return divide(each, points);
    open = subtract(open, poorest);
  }
  return null;
}

function pay(price: Rational, points: Rational, purses: readonly Purse[]): void {
  const each = multiply(price, points);
  for (const purse of purses) purse.left = compare(purse.left, each) <= 0 ? ZERO : subtract(purse.left, each);
}

/** May this project join without breaking anything but floors? */
function mayJoin(problem: Problem, chosen: readonly number[], index: number): boolean {
  if (problem.status[index] === "out" || chosen.includes(index)) return false;
  return breachesOf(problem, [...chosen, index]).every(
    (breach) => breach.kind === "status" || (breach.kind === "limit" && breach.limit.kind === "floor"),
  );
}

function byDensity(problem: Problem): number[] {
  const { costs, values } = problem;
  const left = (i: number, j: number) => BigInt(values[i] as number) * BigInt(costs[j] as number);
  return costs
    .map((_, index) => index)
    .sort((a, b) => {
      const difference = left(b, a) - left(a, b);
      return difference > 0n ? 1 : difference < 0n ? -1 : a - b;
    });
}

/** The next purchase: the lowest price per point, then the order of ids. */
function cheapestPoint(
  problem: Problem,
  chosen: readonly number[],
  supporters: (i: number) => readonly Purse[],
) {
  let best: { index: number; price: Rational } | null = null;
  problem.costs.forEach((cost, index) => {
    if (!mayJoin(problem, chosen, index)) return;
    const price = pricePerPoint(
      ratio(BigInt(cost)),
      ratio(BigInt(problem.values[index] as number)),
      supporters(index),
    );
    if (price !== null && (best === null || compare(price, best.price) < 0)) best = { index, price };
  });
  return best as { index: number; price: Rational } | null;
}

/** @param group members of this group are the claimants; without it all money is one purse */
export function equalShares(input: AllocationInput, group = input.sharesBy): Result<EqualShares> {
  const read = toProblem(input);
  if (!read.ok) return read;
  const problem = read.value;
  const memberOf = (index: number) =>
    group === undefined ? undefined : problem.projects[index]?.groups?.[group];
  const names = new Set<string>();
  problem.projects.forEach((_, index) => {
    const member = memberOf(index);
    if (member !== undefined && problem.status[index] !== "out") names.add(String(member));
  });
  const members = names.size === 0 ? [""] : [...names].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  const chosen = problem.status.flatMap((status, index) => (status === "in" ? [index] : []));
  const budget = Math.max(0, problem.budgetDong - sumOf(problem.costs, chosen));
  const share = divide(fromDong(dong(budget)), ratio(BigInt(members.length)));
  const purses = members.map((member): Purse => ({ member, left: share }));
  const supporters = (index: number) => {
    const member = memberOf(index);
    return member === undefined ? purses : purses.filter((purse) => purse.member === String(member));
  };
  for (;;) {
    const next = cheapestPoint(problem, chosen, supporters);
    if (next === null) break;
    pay(next.price, ratio(BigInt(problem.values[next.index] as number)), supporters(next.index));
    chosen.push(next.index);
  }
  const shared = new Set(chosen);
  let grew = true;
  while (grew) {
    const next = byDensity(problem).find(
      (index) => (problem.values[index] as number) > 0 && mayJoin(problem, chosen, index),
    );
    grew = next !== undefined;
    if (next !== undefined) chosen.push(next);
  }
  const missed = breachesOf(problem, chosen).flatMap((b) => (b.kind === "limit" ? [limitName(b.limit)] : []));
  const inside = new Set(chosen);
  // Indices follow the sorted ids.
  const idsOf = (set: ReadonlySet<number>) =>
    problem.projects.flatMap(({ id }, index) => (set.has(index) ? [id] : []));
  return ok({
    chosen: idsOf(inside),
    value: sumOf(problem.values, chosen) / problem.scale,
    costDong: sumOf(problem.costs, chosen),
    members,
    shareDong: Math.floor(budget / members.length),
    byShares: idsOf(shared),
    missedFloors: missed,
  });
}
