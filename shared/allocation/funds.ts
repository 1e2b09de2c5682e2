/** The money of a fund stands in a file as a ceiling on what that fund pays for. */
import type { AllocationInput } from "./types.ts";

export const FUND_GROUP = "nguon";

type Ceiling = NonNullable<AllocationInput["ceilings"]>[number];

/** Fund → đồng, where the ceilings of all funds together make up the budget; null otherwise. */
export function fundBudgets(input: AllocationInput): Readonly<Record<string, number>> | null {
  const funds = new Set(
    input.projects.map(({ groups }) =>
      groups?.[FUND_GROUP] === undefined ? "" : String(groups[FUND_GROUP]),
    ),
  );
  const own = (input.ceilings ?? []).filter(isFundCeiling);
  const sum = own.reduce((total, { maxDong = 0 }) => total + maxDong, 0);
  const whole = own.length === funds.size && own.every(({ is }) => funds.has(String(is)));
  if (own.length === 0 || !whole || sum !== input.budgetDong) return null;
  return Object.fromEntries(own.map(({ is, maxDong = 0 }) => [String(is), maxDong]));
}

export function isFundCeiling({ group, maxDong, maxCount }: Ceiling): boolean {
  return group === FUND_GROUP && maxDong !== undefined && maxCount === undefined;
}

/** The file with this money for each fund; their sum is the budget. */
export function withFundBudgets(
  input: AllocationInput,
  budgets: Readonly<Record<string, number>>,
): AllocationInput {
  const own = Object.entries(budgets).map(([is, maxDong]) => ({ group: FUND_GROUP, is, maxDong }));
  return {
    ...input,
    budgetDong: own.reduce((sum, { maxDong }) => sum + maxDong, 0),
    ceilings: [...own, ...(input.ceilings ?? []).filter((one) => !isFundCeiling(one))],
  };
}
