/** Findings in the order people work: by severity, then all places of one rule together. Pure. */
import { grouped } from "../../../shared/kernel/grouped.ts";
import type { Finding, Severity } from "../../../shared/kernel/finding.ts";

export interface FindingGroup {
  readonly severity: Severity;
  readonly rule: string;
  /** All of them asks nothing of anybody; waived and other places of a rule are different groups. */
  readonly waived: boolean;
  readonly findings: readonly Finding[];
}

export const SEVERITIES: readonly Severity[] = ["error", "warning", "info"];

export function groupFindings(findings: readonly Finding[]): FindingGroup[] {
  const bySeverity = SEVERITIES.flatMap((each) => findings.filter(({ severity }) => severity === each));
  const groups = grouped(
    bySeverity,
    ({ severity, rule, waived }) => `${severity}/${rule}/${waived?.id ?? ""}`,
  );
  return [...groups.values()].map((list) => {
    const [first] = list as [Finding, ...Finding[]];
    return {
      severity: first.severity,
      rule: first.rule,
      waived: first.waived !== undefined,
      findings: list,
    };
  });
}

/** The cell to go to: the one named, or column A of the line named; null when the finding is about a whole sheet. */
export function targetOf(finding: Finding): { sheet: string; address: string } | null {
  const { sheet, cell, row } = finding.where;
  if (cell !== undefined) return { sheet, address: cell };
  return row === undefined ? null : { sheet, address: `A${row}` };
}
