/** What comes after the choice: who is next when money turns up, and who could begin with the money left over. */
import type { Result } from "../kernel/result.ts";
import { ok } from "../kernel/result.ts";
import { FUND_GROUP } from "./funds.ts";
import { breachesOf, sumOf, toProblem, withStatus, type Limit, type Problem } from "./problem.ts";
import type { AllocationInput } from "./types.ts";

export interface PartFunding {
  readonly id: string;
  readonly percent: number;
  /** The step's amount, rounded down to whole đồng. */
  readonly costDong: number;
}

export interface Reserve {
  /** Unfunded and eligible, most points per đồng first; those that a chosen project rules out are left out. */
  readonly list: readonly string[];
  /** The money left over, offered along the list in the steps of the file, the greatest that fits. */
  readonly partFunding: readonly PartFunding[];
  readonly leftDong: number;
}

function isFundsMoney({ kind, group, maxDong }: Limit): boolean {
  return kind === "ceiling" && group === FUND_GROUP && maxDong < Infinity;
}

/** Only what more money could cure may stand in the way. */
function onlyMoney(problem: Problem, chosen: readonly number[], index: number): boolean {
  return breachesOf(withStatus(problem, index, "free"), [...chosen, index]).every(
    (breach) =>
      breach.kind === "budget" ||
      (breach.kind === "limit" && isFundsMoney(breach.limit) && breach.count <= breach.limit.maxCount),
  );
}

/** What a project could still be paid from: the money left over, within what its fund has left. */
function spendable(
  problem: Problem,
  leftDong: number,
  leftOf: ReadonlyMap<Limit, number>,
  index: number,
): number {
  const own = problem.limits.filter((limit) => leftOf.has(limit) && limit.members.includes(index));
  return Math.min(leftDong, ...own.map((limit) => leftOf.get(limit) ?? 0));
}

function reserveOrder({ costs, values }: Problem, indices: readonly number[]): number[] {
  const gain = (i: number, j: number) => BigInt(values[i] as number) * BigInt(costs[j] as number);
  return [...indices].sort((a, b) => {
    const difference = gain(b, a) - gain(a, b);
    return difference > 0n ? 1 : difference < 0n ? -1 : a - b;
  });
}

/** Errors: those of `toProblem`. */
export function reserveOf(input: AllocationInput, chosenIds: readonly string[]): Result<Reserve> {
  const read = toProblem(input);
  if (!read.ok) return read;
  const problem = read.value;
  const picked = new Set(chosenIds);
  const chosen = problem.projects.flatMap(({ id }, index) => (picked.has(id) ? [index] : []));
  const open = problem.projects.flatMap(({ id }, index) =>
    !picked.has(id) && problem.status[index] === "free" && onlyMoney(problem, chosen, index) ? [index] : [],
  );
  const list = reserveOrder(problem, open);
  const steps = [...new Set(input.stepsPercent ?? [])].sort((a, b) => b - a);
  const partFunding: PartFunding[] = [];
  const begun = [...chosen];
  let leftDong = input.budgetDong - sumOf(problem.costs, chosen);
  const leftOf = new Map(
    problem.limits.filter(isFundsMoney).map((limit) => {
      const paid = sumOf(
        problem.costs,
        chosen.filter((index) => limit.members.includes(index)),
      );
      return [limit, limit.maxDong - paid];
    }),
  );
  for (const index of list) {
    const project = problem.projects[index];
    if (project === undefined || !onlyMoney(problem, begun, index)) continue;
    const within = spendable(problem, leftDong, leftOf, index);
    const amount = (percent: number) => Number((BigInt(project.costDong) * BigInt(percent)) / 100n);
    const percent = steps.find((step) => amount(step) > 0 && amount(step) <= within);
    if (percent === undefined) continue;
    partFunding.push({ id: project.id, percent, costDong: amount(percent) });
    leftDong -= amount(percent);
    for (const [limit, left] of leftOf)
      if (limit.members.includes(index)) leftOf.set(limit, left - amount(percent));
    begun.push(index);
  }
  return ok({ list: list.map((index) => problem.projects[index]?.id ?? ""), partFunding, leftDong });
}
