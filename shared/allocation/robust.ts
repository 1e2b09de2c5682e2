/** Does the choice hang on a weight? Each weight 10 % down and up, one at a time, solved again. */
import { plainDecimal } from "../kernel/quantity.ts";
import { mustOk, ok, type Result } from "../kernel/result.ts";
import { allocate } from "./allocate.ts";
import type { Means } from "./choose.ts";
import type { AllocationInput, Criterion } from "./types.ts";

export interface WeightTrial {
  readonly criterion: string;
  readonly percent: -10 | 10;
  readonly entering: readonly string[];
  readonly leaving: readonly string[];
  readonly proven: boolean;
}

export interface Robustness {
  readonly trials: readonly WeightTrial[];
  /** Chosen in the choice and in every trial. */
  readonly alwaysIn: readonly string[];
  /** Chosen in some trials or in the choice only. */
  readonly sometimes: readonly string[];
}

/** weight × 90 % or 110 %, exactly: weights of six decimals times tenths stay inside a double's shortest decimal. */
function moved(criterion: Criterion, percent: -10 | 10): Criterion {
  const [whole = "0", fraction = ""] = plainDecimal(criterion.weight).split(".");
  const places = Math.min(6, fraction.length + 1);
  const scaled = BigInt(whole + fraction) * BigInt(100 + percent) * 10n ** BigInt(places);
  const units = scaled / (100n * 10n ** BigInt(fraction.length));
  return { ...criterion, weight: Number(units) / 10 ** places };
}

/** Null when the file has fewer than two criteria: then no weight matters. Errors: those of `allocate`. */
export function robustness(
  input: AllocationInput,
  chosenIds: readonly string[],
  means: Means = {},
): Result<Robustness | null> {
  const { criteria = [] } = input;
  if (criteria.length < 2) return ok(null);
  const base = new Set(chosenIds);
  const counts = new Map<string, number>();
  const trials: WeightTrial[] = [];
  for (const criterion of criteria) {
    for (const percent of [-10, 10] as const) {
      const changed = criteria.map((other) => (other.id === criterion.id ? moved(other, percent) : other));
      const projects = input.projects.map(({ value: _value, ...project }) => project);
      const result = allocate({ ...input, projects, criteria: changed }, { ...means, reasons: "plain" });
      if (!result.ok) return result;
      const { chosen, proven } = mustOk(result);
      const inside = new Set(chosen);
      for (const id of chosen) counts.set(id, (counts.get(id) ?? 0) + 1);
      trials.push({
        criterion: criterion.id,
        percent,
        entering: chosen.filter((id) => !base.has(id)),
        leaving: chosenIds.filter((id) => !inside.has(id)),
        proven,
      });
    }
  }
  const ids = input.projects.map(({ id }) => id).sort();
  const alwaysIn = ids.filter((id) => base.has(id) && counts.get(id) === trials.length);
  const always = new Set(alwaysIn);
  return ok({
    trials,
    alwaysIn,
    sometimes: ids.filter((id) => (base.has(id) || counts.has(id)) && !always.has(id)),
  });
}
