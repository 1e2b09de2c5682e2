/** Everything a meeting needs about one file, in one answer: any machine that computes it again finds the same. */
import { ok, type Result } from "../kernel/result.ts";
import { allocate, type Options } from "./allocate.ts";
import { equalShares, type EqualShares } from "./equal-shares.ts";
import { toProblem } from "./problem.ts";
import { reserveOf, type Reserve } from "./reserve.ts";
import { robustness, type Robustness } from "./robust.ts";
import type { Allocation, AllocationInput } from "./types.ts";

export interface AllocationReport extends Allocation {
  readonly equalShares: EqualShares & {
    /** In the optimum only, and by equal shares only. */
    readonly onlyOptimum: readonly string[];
    readonly onlyShares: readonly string[];
  };
  readonly reserve: Reserve;
  readonly robustness: Robustness | null;
  /** Each project's total score. */
  readonly points: Readonly<Record<string, number>>;
}

/** Errors: those of `allocate`. */
export function report(input: AllocationInput, options: Options = {}): Result<AllocationReport> {
  const best = allocate(input, options);
  if (!best.ok) return best;
  const shares = equalShares(input);
  if (!shares.ok) return shares;
  const reserve = reserveOf(input, best.value.chosen);
  if (!reserve.ok) return reserve;
  const read = toProblem(input);
  if (!read.ok) return read;
  const { projects, values, scale } = read.value;
  const robust = robustness(input, best.value.chosen, options);
  if (!robust.ok) return robust;
  const inBest = new Set(best.value.chosen);
  const inShares = new Set(shares.value.chosen);
  return ok({
    ...best.value,
    equalShares: {
      ...shares.value,
      onlyOptimum: best.value.chosen.filter((id) => !inShares.has(id)),
      onlyShares: shares.value.chosen.filter((id) => !inBest.has(id)),
    },
    reserve: reserve.value,
    robustness: robust.value,
    points: Object.fromEntries(projects.map(({ id }, index) => [id, (values[index] ?? 0) / scale])),
  });
}
