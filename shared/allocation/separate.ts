/**
 * Ceilings in đồng on groups that share no project, such as the money of each fund, make separate problems of one budget
 * each where the common budget holds by itself: each is then solved, and explained, as such.
 */
import { sumOf, type Limit, type Problem } from "./problem.ts";

/** The same projects and indices; those of other parts are out. */
export interface Part {
  readonly members: readonly number[];
  readonly problem: Problem;
}

function isMoneyCeiling({ kind, maxDong, maxCount }: Limit): boolean {
  return kind === "ceiling" && maxDong < Infinity && maxCount === Infinity;
}

/** Null when the problem does not fall apart. */
export function partsOf(problem: Problem): readonly Part[] | null {
  const { limits, exclusions, requires, costs, status, budgetDong } = problem;
  if (limits.length === 0 || exclusions.length > 0 || requires.length > 0) return null;
  if (!limits.every(isMoneyCeiling)) return null;
  const covered = new Set(limits.flatMap(({ members }) => members));
  if (covered.size !== limits.reduce((sum, { members }) => sum + members.length, 0)) return null;
  const others = costs.flatMap((_, index) => (covered.has(index) ? [] : [index]));
  const spendable = (members: readonly number[]) =>
    sumOf(
      costs,
      members.filter((index) => status[index] !== "out"),
    );
  const groups = [
    ...limits.map(({ members, maxDong }) => ({
      members,
      most: Math.min(maxDong, spendable(members)),
      cap: maxDong,
    })),
    { members: others, most: spendable(others), cap: budgetDong },
  ];
  if (groups.reduce((sum, { most }) => sum + most, 0) > budgetDong) return null;
  return groups.map(({ members, cap }) => {
    const own = new Set(members);
    return {
      members,
      problem: {
        ...problem,
        budgetDong: cap,
        limits: [],
        status: status.map((now, index) => (own.has(index) ? now : "out")),
      },
    };
  });
}
