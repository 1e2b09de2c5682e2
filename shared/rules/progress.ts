/** Reports of KC_TienDo, put in order. */
import type { Plan, ProgressLine } from "../plan/shapes.ts";

/** Đề án code → its dated reports, oldest first; two of one day stay in the order of the sheet. */
export function reportsOf(plan: Plan): ReadonlyMap<string, readonly ProgressLine[]> {
  const reports = new Map<string, ProgressLine[]>();
  for (const line of plan.progress) {
    if (line.deAnCode === null || line.date === null) continue;
    reports.set(line.deAnCode, [...(reports.get(line.deAnCode) ?? []), line]);
  }
  for (const lines of reports.values())
    lines.sort((a, b) => ((a.date ?? "") < (b.date ?? "") ? -1 : a.date === b.date ? 0 : 1));
  return reports;
}
