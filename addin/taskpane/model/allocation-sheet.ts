/** The result as it stands in the sheet KC_PhanBo: what was decided with, how sure it is, and each đề án with its reason. Pure. */
import { points } from "../../../shared/allocation/explain.ts";
import type { AllocationReport } from "../../../shared/allocation/report.ts";
import type { AllocationInput, Project } from "../../../shared/allocation/types.ts";
import { canonicalJson } from "../../../shared/kernel/canonical.ts";
import type { CellValue } from "../../../shared/kernel/flat.ts";
import { sha256Hex } from "../../../shared/kernel/sha256.ts";
import type { PlanInfo } from "../../../shared/plan/shapes.ts";
import { sheetTexts as t } from "../texts/allocation.ts";

export const ALLOCATION_SHEET = "KC_PhanBo";
export const COLUMNS = t.header.length;
/** 1-based: title, when and from what, the file's hash, the weights, the money, the proof, the header. */
export const HEADER_LINE = 7;

/** Widths in characters; columns of amounts and of prose. */
export const ALLOCATION_LOOK = {
  widths: [12, 42, 10, 18, 12, 17, 70, 16, 18, 16, 10, 18, 17],
  amounts: [3, 8, 11],
  scores: [4, 7, 9],
  wrapped: [1, 6],
} as const;

export interface AllocationSheet {
  /** Rows of COLUMNS cells. */
  readonly cells: readonly (readonly CellValue[])[];
  readonly header: number;
}

function line(...cells: readonly CellValue[]): CellValue[] {
  return [...cells, ...Array.from({ length: COLUMNS - cells.length }, () => null)];
}

function body(project: Project, input: AllocationInput, report: AllocationReport): CellValue[] {
  const { id } = project;
  const reason = report.reasons[id];
  const place = report.reserve.list.indexOf(id);
  const part = report.reserve.partFunding.find((one) => one.id === id);
  const worth = report.points[id];
  return [
    id,
    project.name ?? "",
    String(project.groups?.["nguon"] ?? ""),
    project.costDong,
    worth ?? null,
    reason?.funded === true ? t.in : t.out,
    reason?.text ?? "",
    reason?.replacementCost ?? null,
    reason?.flip?.costLessDong ?? null,
    reason?.flip?.valueMore ?? null,
    place < 0 ? null : place + 1,
    part?.costDong ?? null,
    report.equalShares.chosen.includes(id) ? t.in : t.out,
  ];
}

/** @param moment when it was computed, as people read it */
export function allocationSheet(
  input: AllocationInput,
  report: AllocationReport,
  info: PlanInfo,
  moment: string,
): AllocationSheet {
  const book = t.book(
    info.organisation ?? "",
    info.year === null ? "" : String(info.year),
    info.lawVersion ?? "",
  );
  const weights = (input.criteria ?? []).map(({ id, name = id, weight, reason = "" }) =>
    t.weight(name, points(weight), reason),
  );
  const gap = points(Number((report.gap * 100).toFixed(4)));
  const funded = (project: Project) => report.reasons[project.id]?.funded === true;
  const ordered = [...input.projects.filter(funded), ...input.projects.filter((one) => !funded(one))];
  return {
    header: HEADER_LINE,
    cells: [
      line(t.title),
      line(t.made(moment, book)),
      line(t.file(sha256Hex(canonicalJson(input)))),
      line(weights.length === 0 ? null : t.weights(weights.join("; "))),
      line(t.budget, null, null, input.budgetDong, null, t.left, null, null, report.leftDong),
      line(t.points, null, null, null, report.value, t.proof(report.proven, points(report.bound), gap)),
      [...t.header],
      ...ordered.map((project) => body(project, input, report)),
      line(t.total, null, null, report.costDong, report.value),
    ],
  };
}
