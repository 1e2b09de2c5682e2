/** The gate: a đề án with a broken blocking rule may not be chosen; the rule and its law are the reason. */
import type { Finding } from "../kernel/finding.ts";
import type { AllocationInput } from "./types.ts";

type Obstacle = NonNullable<AllocationInput["projects"][number]["obstacles"]>[number];

/** Which đề án a place of the workbook belongs to. */
export interface PlaceOfProject {
  readonly sheet: string;
  readonly row: number;
  readonly id: string;
}

function rowOf({ row, cell }: Finding["where"]): number | null {
  if (row !== undefined) return row;
  const digits = /\d+$/.exec(cell ?? "")?.[0];
  return digits === undefined ? null : Number(digits);
}

/** Project → its obstacles, in the order of the findings, each rule once. Warnings stop nobody. */
export function gate(
  findings: readonly Finding[],
  places: readonly PlaceOfProject[],
): ReadonlyMap<string, readonly Obstacle[]> {
  const at = new Map(places.map(({ sheet, row, id }) => [`${sheet}!${row}`, id]));
  const result = new Map<string, Obstacle[]>();
  for (const finding of findings) {
    if (finding.severity !== "error") continue;
    const id = at.get(`${finding.where.sheet}!${rowOf(finding.where) ?? ""}`);
    if (id === undefined) continue;
    const known = result.get(id) ?? [];
    if (known.some(({ rule }) => rule === finding.rule)) continue;
    const obstacle = {
      reason: finding.message.slice(0, 1000),
      rule: finding.rule,
      law: finding.basis.slice(0, 500),
    };
    result.set(id, [...known, obstacle]);
  }
  return result;
}
