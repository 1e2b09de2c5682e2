/** "Nếu thêm 200 triệu thì…": the choice with more or less money beside the one at hand. */
import { ok, type Result } from "../kernel/result.ts";
import { allocate } from "./allocate.ts";
import type { Means } from "./choose.ts";
import { FUND_GROUP } from "./funds.ts";
import type { AllocationInput } from "./types.ts";

export interface WhatIf {
  readonly budgetDong: number;
  readonly entering: readonly string[];
  readonly leaving: readonly string[];
  readonly valueMore: number;
  readonly proven: boolean;
}

/** More money in all, wherever it is spent best: the ceilings of the funds rise with it. */
function roomier(input: AllocationInput, moreDong: number): AllocationInput {
  if (input.ceilings === undefined) return input;
  const ceilings = input.ceilings.map((one) =>
    one.group === FUND_GROUP && one.maxDong !== undefined
      ? { ...one, maxDong: Math.min(Number.MAX_SAFE_INTEGER, Math.max(0, one.maxDong + moreDong)) }
      : one,
  );
  return { ...input, ceilings };
}

/** Errors: those of `allocate`, and a budget below zero counts as zero. */
export function withMoreMoney(
  input: AllocationInput,
  now: { readonly chosen: readonly string[]; readonly value: number },
  moreDong: number,
  means: Means = {},
): Result<WhatIf> {
  const budgetDong = Math.min(Number.MAX_SAFE_INTEGER, Math.max(0, input.budgetDong + moreDong));
  const result = allocate({ ...roomier(input, moreDong), budgetDong }, { ...means, reasons: "plain" });
  if (!result.ok) return result;
  const { chosen, value, proven } = result.value;
  const before = new Set(now.chosen);
  const after = new Set(chosen);
  return ok({
    budgetDong,
    entering: chosen.filter((id) => !before.has(id)),
    leaving: now.chosen.filter((id) => !after.has(id)),
    // Both totals have at most six decimals.
    valueMore: Math.round((value - now.value) * 1e6) / 1e6,
    proven,
  });
}
