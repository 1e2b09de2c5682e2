/** Lines of KC_DinhMuc by the norm they belong to. */
import type { NormSheetLine, Plan } from "../plan/shapes.ts";

/** Norm code → its lines, in the order of the sheet. */
export function normsOf(plan: Plan): ReadonlyMap<string, readonly NormSheetLine[]> {
  const norms = new Map<string, NormSheetLine[]>();
  for (const line of plan.normLines) {
    if (line.code === null) continue;
    norms.set(line.code, [...(norms.get(line.code) ?? []), line]);
  }
  return norms;
}
