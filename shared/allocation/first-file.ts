/** The file a meeting opens with, made of the projects found. */
import { FUND_GROUP, withFundBudgets } from "./funds.ts";
import type { AllocationInput, Criterion, Project } from "./types.ts";

export interface Found {
  readonly projects: readonly Project[];
  readonly criteria: readonly Criterion[];
  /** Money the workbooks name, or 0; in all and by fund. */
  readonly budgetDong: number;
  readonly budgets: Readonly<Record<string, number>>;
}

const MILLION = 1_000_000;
const STEPS_PERCENT = [75, 50, 25];

/** Money for about two thirds, where no workbook names a budget: a place to start from, to be changed at once. */
function firstBudget({ budgetDong, projects }: Found): number {
  const total = projects.reduce((sum, { costDong }) => sum + costDong, 0);
  if (budgetDong > 0 && budgetDong < total) return budgetDong;
  return Math.floor((total * 2) / 3 / MILLION) * MILLION;
}

/** Money of one fund may not pay for the other: where the workbooks name both, they stay apart. */
function fundsOf({ budgets, projects }: Found): Readonly<Record<string, number>> | null {
  const funds = [...new Set(projects.map(({ groups }) => String(groups?.[FUND_GROUP] ?? "")))].sort();
  const named = funds.every((fund) => (budgets[fund] ?? 0) > 0);
  return funds.length > 1 && named
    ? Object.fromEntries(funds.map((fund) => [fund, budgets[fund] ?? 0]))
    : null;
}

/** Everything at its simplest: the money the workbooks name, the weights to begin with, no floor and no ceiling. */
export function firstFile(found: Found): AllocationInput {
  const budgets = fundsOf(found);
  const places = new Set(found.projects.map(({ groups }) => groups?.["tinh"]));
  const file: AllocationInput = {
    budgetDong: firstBudget(found),
    projects: [...found.projects],
    criteria: [...found.criteria],
    sharesBy: places.size > 1 ? "tinh" : "nganhNghe",
    stepsPercent: STEPS_PERCENT,
  };
  return budgets === null ? file : withFundBudgets(file, budgets);
}
