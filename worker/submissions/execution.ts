/** The work on an order: its lines, its records as a chain, and whether it may move on. */
import type { Execution, WorkLineView, WorkRecordView } from "../../shared/contract/execution.ts";
import type { WORK_PAPER_KINDS } from "../../shared/contract/order.ts";
import { canonicalJson } from "../../shared/kernel/canonical.ts";
import {
  RECORD_ROLES,
  RECORD_STATES,
  blockers,
  foldWork,
  moneyOf,
  type RecordKind,
} from "../../shared/plan/execution.ts";
import { EXECUTION_ACTIONS, STATE_LABEL } from "../../shared/plan/states.ts";
import type { Viewer } from "../auth/authenticate.ts";
import type { Env } from "../env.ts";
import { HttpProblem } from "../http/problem.ts";
import { sha256Hex } from "../store/content.ts";
import { recordsOf, type RecordWithName, type StoredRecord } from "../store/execution.ts";
import { addOrderLines, linesOfOrder, type StoredOrderLine } from "../store/order-lines.ts";
import { findOrder, type StoredOrder } from "../store/orders.ts";
import type { StoredSubmission } from "../store/submissions.ts";
import { etagOf } from "./act.ts";
import { orderedLines } from "./order.ts";
import { actionsFor, envelopeOfRevision } from "./view.ts";

const GENESIS = "0".repeat(64);

/** Kept lines; for an order made before they were kept, from its immutable revision. */
export async function orderLines(
  env: Env,
  order: Pick<StoredOrder, "id" | "submissionId" | "scope"> & { readonly revision?: number },
): Promise<StoredOrderLine[]> {
  const kept = await linesOfOrder(env.DB, order.id);
  if (kept.length > 0) return kept;
  const revision = order.revision ?? (await findOrder(env.DB, order.submissionId))?.revision ?? 1;
  const found = await envelopeOfRevision(env, order.submissionId, revision);
  if (found === null) throw new Error("an order without its revision");
  const lines = orderedLines(found.envelope.workbook, order.scope);
  await addOrderLines(env.DB, order.id, lines).run();
  return lines;
}

export interface Work {
  readonly order: StoredOrder;
  readonly lines: readonly StoredOrderLine[];
  readonly records: readonly RecordWithName[];
}

/** Problem: state-conflict before the order. */
export async function mustHaveWork(env: Env, submission: StoredSubmission): Promise<Work> {
  const order = await findOrder(env.DB, submission.id);
  if (order === null)
    throw new HttpProblem("state-conflict", "Hồ sơ chưa được đặt hàng nên chưa có gì để theo dõi.");
  const [lines, records] = await Promise.all([orderLines(env, order), recordsOf(env.DB, [submission.id])]);
  return { order, lines, records: records.get(submission.id) ?? [] };
}

export async function hashOfRecord(record: Omit<StoredRecord, "hash">, previous: string): Promise<string> {
  return sha256Hex(canonicalJson({ ...record, previous }));
}

export function headOf(records: readonly StoredRecord[]): { readonly seq: number; readonly hash: string } {
  const last = records.at(-1);
  return { seq: last?.seq ?? 0, hash: last?.hash ?? GENESIS };
}

async function chainHolds(records: readonly RecordWithName[]): Promise<boolean> {
  let previous = GENESIS;
  for (const [index, { hash, personName: _name, ...record }] of records.entries()) {
    if (record.seq !== index + 1 || (await hashOfRecord(record, previous)) !== hash) return false;
    previous = hash;
  }
  return true;
}

export function lineView(line: StoredOrderLine, records: Work["records"]): WorkLineView {
  const work = foldWork(line, records);
  const { code, name, content, kind, fund, place, beneficiary, grouped } = line;
  return {
    code,
    name,
    content,
    kind,
    fund,
    place,
    beneficiary,
    grouped,
    startsOn: line.start,
    endsOn: work.end,
    orderedDong: line.supportDong,
    state: work.state,
    percent: work.percent,
    supportDong: work.supportDong,
    ...moneyOf(work),
    acceptedDong: work.accepted?.amountDong ?? null,
    settledDong: work.settled?.amountDong ?? null,
    effective: work.effective,
    lastOn: work.lastOn,
  };
}

function recordViews(records: Work["records"]): WorkRecordView[] {
  const cancelled = new Set(records.flatMap(({ detail }) => detail.cancels ?? []));
  return records.map(({ personId: _person, submissionId: _submission, ...record }) => ({
    ...record,
    cancelled: cancelled.has(record.id),
  }));
}

export function mayRecord(
  viewer: Viewer,
  submission: StoredSubmission,
  kind: Exclude<RecordKind, "cancel">,
): boolean {
  return RECORD_ROLES[kind].includes(viewer.role) && RECORD_STATES[kind].includes(submission.state);
}

function recordable(viewer: Viewer, submission: StoredSubmission): RecordKind[] {
  const kinds = (Object.keys(RECORD_ROLES) as Exclude<RecordKind, "cancel">[]).filter((kind) =>
    mayRecord(viewer, submission, kind),
  );
  return kinds.length === 0 ? [] : [...kinds, "cancel"];
}

const PAPERS = {
  "quyet-dinh.docx": { vi: "Quyết định đặt hàng", en: "Order decision" },
  "phu-luc.xlsx": { vi: "Phụ lục quyết định", en: "Appendix" },
  "hop-dong.docx": { vi: "Hợp đồng đặt hàng (với đơn vị khác)", en: "Contract (other suppliers)" },
  "nghiem-thu.docx": { vi: "Biên bản nghiệm thu đặt hàng", en: "Acceptance minutes" },
  "thanh-ly.docx": { vi: "Biên bản nghiệm thu, thanh lý hợp đồng", en: "Acceptance and liquidation" },
} as const satisfies Partial<Record<(typeof WORK_PAPER_KINDS)[number] | string, { vi: string; en: string }>>;

/** The minutes only once something is accepted or stopped: before that they would be empty. */
function papers({ lines, records }: Work, submissionId: string): Execution["papers"] {
  const begun = lines.some((line) => {
    const { accepted, stopped } = foldWork(line, records);
    return accepted !== null || stopped !== null;
  });
  return Object.entries(PAPERS)
    .filter(([kind]) => begun || !["nghiem-thu.docx", "thanh-ly.docx"].includes(kind))
    .map(([kind, { vi, en }]) => ({
      kind,
      title: vi,
      titleEn: en,
      href: `/api/v1/submissions/${submissionId}/papers/${kind}`,
    }));
}

export function blockersOf(submission: StoredSubmission, { lines, records }: Work): string[] {
  if (submission.state === "in_progress") return blockers(lines, records, "accepted_work");
  return submission.state === "accepted_work" ? blockers(lines, records, "settled") : [];
}

export async function executionView(
  viewer: Viewer,
  submission: StoredSubmission,
  work: Work,
): Promise<Execution> {
  const { order, lines, records } = work;
  const steps: readonly string[] = EXECUTION_ACTIONS;
  return {
    submissionId: submission.id,
    etag: etagOf(submission),
    state: submission.state,
    stateLabel: STATE_LABEL[submission.state].vi,
    provinceName: submission.provinceName,
    year: submission.year,
    order: {
      id: order.id,
      ordererName: order.ordererName,
      orderedAt: order.orderedAt,
      supportDong: order.supportDong,
    },
    lines: lines.map((line) => lineView(line, records)),
    records: recordViews(records),
    chainOk: await chainHolds(records),
    actions: actionsFor(viewer, submission).filter(({ action }) => steps.includes(action)),
    canRecord: recordable(viewer, submission),
    blockers: blockersOf(submission, work),
    papers: papers(work, submission.id),
  };
}
