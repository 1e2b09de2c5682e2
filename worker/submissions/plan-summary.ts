/** A year's files together: who sent what, and the consolidated plan of the accepted ones. */
import type { YearQuery } from "../../shared/contract/execution.ts";
import type { PlanSummary, ProvinceRow } from "../../shared/contract/plan-summary.ts";
import { planFigures, planRows } from "../../shared/plan/consolidated.ts";
import { isAccepted } from "../../shared/plan/states.ts";
import { PROVINCES } from "../../shared/law/provinces.ts";
import type { Viewer } from "../auth/authenticate.ts";
import type { Env } from "../env.ts";
import { HttpProblem } from "../http/problem.ts";
import type { StoredOrderLine } from "../store/order-lines.ts";
import { listSubmissions, submissionYears, type StoredSubmission } from "../store/submissions.ts";
import { orderedLines } from "./order.ts";
import { latestEnvelope } from "./view.ts";

/** Rows are read from the workbooks themselves: beyond this a year is asked for province by province. */
const MOST_ACCEPTED = 200;
const MOST_FILES = 2000;

export interface AcceptedPlan {
  readonly submission: StoredSubmission;
  readonly lines: readonly StoredOrderLine[];
}

export interface PlanYear {
  readonly years: readonly number[];
  readonly year: number | null;
  readonly files: readonly StoredSubmission[];
  readonly accepted: readonly AcceptedPlan[];
}

export async function planYear(env: Env, viewer: Viewer, query: YearQuery): Promise<PlanYear> {
  const years = await submissionYears(env.DB, viewer, query.province);
  const year = query.year ?? years[0] ?? null;
  if (year === null) return { years, year, files: [], accepted: [] };
  const filter = { year, province: query.province, limit: MOST_FILES };
  const files = await listSubmissions(env.DB, viewer, filter);
  const chosen = files
    .filter(({ state }) => isAccepted(state))
    .sort((a, b) =>
      a.provinceCode === b.provinceCode ? (a.id < b.id ? -1 : 1) : a.provinceCode < b.provinceCode ? -1 : 1,
    );
  if (chosen.length > MOST_ACCEPTED)
    throw new HttpProblem(
      "shape",
      `Năm ${year} có hơn ${MOST_ACCEPTED} hồ sơ được chấp nhận; hãy chọn từng tỉnh.`,
    );
  const accepted: AcceptedPlan[] = [];
  // One after another: a workbook may be large, and only its lines are kept.
  for (const submission of chosen) {
    const { envelope } = await latestEnvelope(env, submission);
    accepted.push({ submission, lines: orderedLines(envelope.workbook, "all") });
  }
  return { years, year, files, accepted };
}

/** What "place" says: the province to the ministry, the commune to a province. */
export function placeFor(viewer: Viewer, provinceName: string, place: string): string {
  return viewer.role === "ministry" ? provinceName : place;
}

export function placedLines(accepted: readonly AcceptedPlan[], viewer: Viewer): StoredOrderLine[] {
  return accepted.flatMap(({ submission, lines }) =>
    lines.map((line) => ({ ...line, place: placeFor(viewer, submission.provinceName, line.place) })),
  );
}

const GONE = new Set(["withdrawn", "rejected"]);

function provinceRow(code: string, name: string, all: readonly StoredSubmission[]): ProvinceRow {
  const files = all.filter(({ provinceCode, state }) => provinceCode === code && !GONE.has(state));
  const add = (pick: (file: StoredSubmission) => number) => files.reduce((sum, file) => sum + pick(file), 0);
  // Newest first, as they are listed.
  const [newest] = files;
  return {
    provinceCode: code,
    provinceName: name,
    files: files.length,
    newest:
      newest === undefined
        ? null
        : {
            id: newest.id,
            state: newest.state,
            revision: newest.revision,
            updatedAt: newest.updatedAt,
          },
    deAn: add((file) => file.deAnCount),
    totalDong: add((file) => file.totalDong),
    nationalDong: add((file) => file.supportNationalDong),
    localDong: add((file) => file.supportLocalDong),
    warnings: add((file) => file.warningCount),
    infos: add((file) => file.infoCount),
  };
}

export async function planSummary(env: Env, viewer: Viewer, query: YearQuery): Promise<PlanSummary> {
  const { years, year, files, accepted } = await planYear(env, viewer, query);
  const own = viewer.organisation.provinceCode ?? query.province ?? null;
  const shown = own === null ? PROVINCES : PROVINCES.filter(({ code }) => code === own);
  const lines = placedLines(accepted, viewer);
  return {
    years: [...years],
    year,
    provinceCode: own,
    provinces: shown.map(({ code, name }) => provinceRow(code, name, files)),
    accepted: {
      files: accepted.length,
      figures: planFigures(lines),
      content: planRows(lines, "content"),
      place: planRows(lines, "place"),
      fund: planRows(lines, "fund"),
    },
  };
}
