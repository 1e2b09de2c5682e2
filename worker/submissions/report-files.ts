/** The consolidated plan and the year report as files: what is printed is what the pages show, from the same lines. */
import type { YearQuery } from "../../shared/contract/execution.ts";
import { formatDate, vietnamDay } from "../../shared/kernel/date.ts";
import { formatQuantity, toQuantity } from "../../shared/kernel/quantity.ts";
import { PROVINCES } from "../../shared/law/provinces.ts";
import { findSupportKind } from "../../shared/law/support-kinds.ts";
import { planRows } from "../../shared/plan/consolidated.ts";
import { CONTENTS } from "../../shared/plan/contents.ts";
import { WORK_STATE_LABEL, moneyOf } from "../../shared/plan/execution.ts";
import type { YearLine } from "../../shared/plan/execution-year.ts";
import { STATE_LABEL } from "../../shared/plan/states.ts";
import type { Viewer } from "../auth/authenticate.ts";
import type { Env } from "../env.ts";
import { HttpProblem } from "../http/problem.ts";
import { planSummaryFile, type PlanFile, type PlanFileLine } from "../papers/plan-summary-sheets.ts";
import { yearReportFile, type YearReportLine } from "../papers/year-report-sheets.ts";
import type { StoredOrderLine } from "../store/order-lines.ts";
import { placedLines, planYear, type AcceptedPlan } from "./plan-summary.ts";
import { reportOf, yearLines } from "./year.ts";

export interface ReportFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly name: string;
}

/** Whose figures: one province's, or all of them. */
function scopeOf(viewer: Viewer, query: YearQuery) {
  const code = viewer.organisation.provinceCode ?? query.province ?? null;
  const province = PROVINCES.find((each) => each.code === code);
  return {
    organisationName: viewer.organisation.name,
    provinceName: viewer.organisation.provinceName ?? "",
    scope: province?.fullName ?? "Toàn quốc",
    placeHeader: viewer.role === "ministry" ? "Tỉnh, thành phố" : "Địa bàn",
    day: formatDate(vietnamDay(Date.now())),
    suffix: code ?? "toan-quoc",
  };
}

function countOf({ count, kind }: StoredOrderLine): string {
  if (count === null) return "";
  const read = toQuantity(count);
  const unit = kind === null ? "" : (findSupportKind(kind)?.unitVi ?? "");
  return `${read.ok ? formatQuantity(read.value) : count} ${unit}`.trim();
}

function fileLine(line: StoredOrderLine): PlanFileLine {
  return {
    code: line.code,
    name: line.name,
    contentLabel: CONTENTS.find(({ code }) => code === line.content)?.vi ?? "",
    kindLabel: line.kind === null ? "" : (findSupportKind(line.kind)?.vi ?? line.kind),
    fund: line.fund ?? "",
    place: line.place,
    beneficiary: line.beneficiary,
    amount: countOf(line),
    totalDong: line.totalDong,
    supportDong: line.supportDong,
    counterpartDong: line.counterpartDong,
    otherDong: line.otherDong,
  };
}

function planFile({ submission, lines }: AcceptedPlan): PlanFile {
  const { id, provinceName, organisationName, revision, state } = submission;
  return {
    id,
    provinceName,
    organisationName,
    revision,
    stateLabel: STATE_LABEL[state].vi,
    lines: lines.map(fileLine),
  };
}

export async function planSummaryXlsx(env: Env, viewer: Viewer, query: YearQuery): Promise<ReportFile> {
  const { year, accepted } = await planYear(env, viewer, query);
  if (year === null || accepted.length === 0)
    throw new HttpProblem(
      "state-conflict",
      "Chưa có hồ sơ nào được chấp nhận nên chưa có kế hoạch tổng hợp.",
    );
  const { suffix, ...scope } = scopeOf(viewer, query);
  const lines = placedLines(accepted, viewer);
  const bytes = await planSummaryFile({
    ...scope,
    year,
    rows: {
      place: planRows(lines, "place"),
      content: planRows(lines, "content"),
      fund: planRows(lines, "fund"),
    },
    files: accepted.map(planFile),
  });
  return { bytes, name: `ke-hoach-tong-hop-${year}-${suffix}.xlsx` };
}

function reportLine({
  line,
  work,
  provinceName,
}: YearLine & { readonly provinceName: string }): YearReportLine {
  const { heldDong, toPayDong, toRefundDong } = moneyOf(work);
  const verdict =
    work.effective === null ? "" : work.effective ? "Hiệu quả, đáng nhân rộng" : "Chưa hiệu quả";
  return {
    provinceName,
    code: line.code,
    name: line.name,
    fund: line.fund ?? "",
    stateLabel: WORK_STATE_LABEL[work.state].vi,
    percent: work.percent,
    orderedDong: work.supportDong,
    advancedDong: heldDong,
    acceptedDong: work.accepted?.amountDong ?? 0,
    settledDong: work.settled?.amountDong ?? 0,
    toPayDong,
    toRefundDong,
    note: work.stopped === null ? verdict : `Ngừng: ${work.stopped.note}`,
  };
}

export async function yearReportXlsx(env: Env, viewer: Viewer, query: YearQuery): Promise<ReportFile> {
  const whole = await yearLines(env, viewer, query);
  if (whole.year === null)
    throw new HttpProblem("state-conflict", "Chưa có đặt hàng nào nên chưa có báo cáo năm.");
  const { suffix, ...scope } = scopeOf(viewer, query);
  const bytes = await yearReportFile({
    ...scope,
    report: reportOf(whole, viewer, query),
    lines: whole.lines.map(reportLine),
  });
  return { bytes, name: `bao-cao-nam-${whole.year}-${suffix}.xlsx` };
}
