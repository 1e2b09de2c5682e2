/** What comes after the choice: who is next when money turns up, and who could begin with the money left over. */
import type { Result } from "../kernel/result.ts";
import { ok } from "../kernel/result.ts";
import { breachesOf, sumOf, toProblem, withStatus, type Problem } from "./problem.ts";
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

/** Only what more money could cure may stand in the way. */
function onlyMoney(problem: Problem, chosen: readonly number[], index: number): boolean {
  return breachesOf(withStatus(problem, index, "free"), [...chosen, index]).every(
    ({ kind }) => kind === "budget",
  );
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
  for (const index of list) {
    const project = problem.projects[index];
    if (project === undefined || !onlyMoney(problem, begun, index)) continue;
    const amount = (percent: number) => Number((BigInt(project.costDong) * BigInt(percent)) / 100n);
    const percent = steps.find((step) => amount(step) > 0 && amount(step) <= leftDong);
    if (percent === undefined) continue;
    partFunding.push({ id: project.id, percent, costDong: amount(percent) });
    leftDong -= amount(percent);
    begun.push(index);
  }
  return ok({ list: list.map((index) => problem.projects[index]?.id ?? ""), partFunding, leftDong });
}
