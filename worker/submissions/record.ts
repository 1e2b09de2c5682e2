/** Writing one record of the work: who may, what the rules say, and its link in the chain. */
import type { z } from "zod";
import type { RecordAnswer, RecordRequestSchema } from "../../shared/contract/execution.ts";
import type { IsoDate } from "../../shared/kernel/date.ts";
import { dong } from "../../shared/kernel/money.ts";
import type { LawBook } from "../../shared/law/types.ts";
import { RECORD_LABEL, type RecordDetail, type WorkRecord } from "../../shared/plan/execution.ts";
import { checkCancel, checkRecord, type WorkFinding } from "../../shared/plan/execution-rules.ts";
import type { Viewer } from "../auth/authenticate.ts";
import type { Env } from "../env.ts";
import { HttpProblem } from "../http/problem.ts";
import { addRecord } from "../store/execution.ts";
import type { StoredSubmission } from "../store/submissions.ts";
import { hashOfRecord, headOf, mayRecord, mustHaveWork, type Work } from "./execution.ts";
import { newId } from "./ids.ts";
import { bookInForce } from "./publications.ts";

type Request = z.output<typeof RecordRequestSchema>;

function toRecord(id: string, request: Request): WorkRecord {
  const { deAnCode, kind, percent, document, note } = request;
  const { newSupportDong, newEnd, ...rest } = request.detail;
  const detail: RecordDetail = {
    ...rest,
    ...(newSupportDong === undefined ? {} : { newSupportDong: dong(newSupportDong) }),
    ...(newEnd === undefined ? {} : { newEnd: newEnd as IsoDate }),
  };
  const amountDong = request.amountDong === null ? null : dong(request.amountDong);
  return { id, deAnCode, kind, on: request.on as IsoDate, percent, amountDong, detail, document, note };
}

/** Problems: forbidden, state-conflict. A record is cancelled by whoever may write one of its kind. */
function requireRight(
  viewer: Viewer,
  submission: StoredSubmission,
  work: Work,
  record: WorkRecord,
): WorkRecord | null {
  const target =
    record.kind === "cancel" ? work.records.find(({ id }) => id === record.detail.cancels) : record;
  if (target === undefined || target.kind === "cancel")
    throw new HttpProblem("record", "Không có bản ghi để hủy.", { pointer: "/detail/cancels" });
  if (mayRecord(viewer, submission, target.kind)) return record.kind === "cancel" ? target : null;
  throw new HttpProblem(
    "state-conflict",
    `Vai trò “${viewer.roleLabel}” không ghi được “${RECORD_LABEL[target.kind].vi}” ở trạng thái này.`,
  );
}

function judge(
  law: LawBook,
  submission: StoredSubmission,
  work: Work,
  record: WorkRecord,
  cancelled: WorkRecord | null,
): WorkFinding[] {
  if (cancelled !== null) return checkCancel(work.records, cancelled);
  const line = work.lines.find(({ code }) => code === record.deAnCode);
  if (line === undefined)
    throw new HttpProblem("record", `Đặt hàng không có đề án “${record.deAnCode}”.`, {
      pointer: "/deAnCode",
    });
  return checkRecord(law, line, submission.year, work.records, record);
}

/** Problems: forbidden, state-conflict, edit-conflict, record. */
export async function writeRecord(
  env: Env,
  viewer: Viewer,
  submission: StoredSubmission,
  request: Request,
  now: Date,
): Promise<RecordAnswer> {
  const work = await mustHaveWork(env, submission);
  const record = toRecord(newId("th", now), request);
  const cancelled = requireRight(viewer, submission, work, record);
  const findings = judge((await bookInForce(env)).law, submission, work, record, cancelled);
  if (request.dryRun) return { id: null, findings };
  const errors = findings.filter(({ severity }) => severity === "error");
  if (errors.length > 0) {
    throw new HttpProblem("record", errors.map(({ message }) => message).join(" "), {
      errors: errors.map(({ rule, message, basis }) => ({
        pointer: rule,
        detail: `${message} Căn cứ: ${basis}.`,
      })),
    });
  }
  const head = headOf(work.records);
  const moved = "Vừa có người khác ghi vào đặt hàng này; hãy tải lại rồi ghi.";
  if (head.seq !== request.after) throw new HttpProblem("edit-conflict", moved);
  const bare = {
    ...record,
    submissionId: submission.id,
    seq: head.seq + 1,
    personId: viewer.id,
    recordedAt: now.toISOString(),
  };
  const stored = { ...bare, hash: await hashOfRecord(bare, head.hash) };
  const written = await addRecord(env.DB, stored, submission.state)
    .run()
    .catch((error: unknown) => {
      if (error instanceof Error && error.message.includes("execution_records.submission_id")) return null;
      throw error;
    });
  if (written?.meta.changes !== 1) throw new HttpProblem("edit-conflict", moved);
  return { id: record.id, findings };
}
