import { z } from "zod";
import {
  ExecutionSchema,
  ExecutionStepSchema,
  RecordAnswerSchema,
  RecordRequestSchema,
} from "../../shared/contract/execution.ts";
import { SMALL_BODY_LIMIT_BYTES, SubmissionIdSchema } from "../../shared/contract/submission.ts";
import { HttpProblem } from "../http/problem.ts";
import { json, route } from "../http/route.ts";
import { writing } from "../store/reading.ts";
import { etagOf, mustFind, requireMatch, requireTransition, takeStep } from "../submissions/act.ts";
import { blockersOf, executionView, headOf, mustHaveWork } from "../submissions/execution.ts";
import { writeRecord } from "../submissions/record.ts";

const TAG = "Sau đặt hàng";
const READERS = ["drafter", "province", "ministry"] as const;
const params = z.object({ id: SubmissionIdSchema });

const read = route(
  {
    method: "get",
    path: "/api/v1/submissions/{id}/execution",
    summary: "Từng đề án đã đặt hàng đang ở đâu: tiến độ, tạm ứng, nghiệm thu, quyết toán, và mọi bản ghi",
    tag: TAG,
    access: READERS,
    params,
    answers: { 200: { description: "Tình hình thực hiện", schema: ExecutionSchema } },
    problems: ["state-conflict"],
  },
  async ({ env, viewer, params: { id } }) => {
    const submission = await mustFind(env, viewer, id);
    const view = await executionView(viewer, submission, await mustHaveWork(env, submission));
    return json(view, 200, { etag: view.etag });
  },
);

const record = route(
  {
    method: "post",
    path: "/api/v1/submissions/{id}/execution/records",
    summary: "Ghi một việc của đề án: tiến độ, điều chỉnh, ngừng, tạm ứng, nghiệm thu, thanh lý, quyết toán",
    tag: TAG,
    access: READERS,
    params,
    body: { schema: RecordRequestSchema, limitBytes: SMALL_BODY_LIMIT_BYTES },
    answers: {
      200: { description: "Chỉ kiểm tra (dryRun)", schema: RecordAnswerSchema },
      201: { description: "Đã ghi", schema: RecordAnswerSchema },
    },
    problems: ["state-conflict", "edit-conflict", "record"],
  },
  async ({ env: bindings, viewer, params: { id }, body }) => {
    const session = writing(bindings);
    const { env } = session;
    const submission = await mustFind(env, viewer, id);
    const written = await writeRecord(env, viewer, submission, body, new Date());
    return session.stamp(json(written, body.dryRun ? 200 : 201));
  },
);

const step = route(
  {
    method: "post",
    path: "/api/v1/submissions/{id}/execution/steps",
    summary: "Bắt đầu thực hiện, xác nhận nghiệm thu xong, mở lại, xác nhận quyết toán xong",
    tag: TAG,
    access: READERS,
    params,
    headers: z.object({ "If-Match": z.string() }),
    body: { schema: ExecutionStepSchema, limitBytes: SMALL_BODY_LIMIT_BYTES },
    answers: { 200: { description: "Tình hình sau bước này", schema: ExecutionSchema } },
    problems: ["if-match-required", "edit-conflict", "state-conflict", "comment-required", "record"],
  },
  async ({ request, env: bindings, viewer, params: { id }, body }) => {
    const session = writing(bindings);
    const { env } = session;
    const submission = await mustFind(env, viewer, id);
    requireMatch(request, submission);
    const transition = requireTransition(body.action, submission, viewer);
    const work = await mustHaveWork(env, submission);
    const blocked = body.action === "confirm" || body.action === "settle" ? blockersOf(submission, work) : [];
    if (blocked.length > 0) {
      throw new HttpProblem("record", `Còn ${blocked.length} đề án chưa xong: ${blocked[0] ?? ""}`, {
        errors: blocked.map((detail) => ({ pointer: detail.split(":")[0] ?? "", detail })),
      });
    }
    const input = { comment: body.comment, lineComments: [] };
    // The log's event covers the records as they stood: whoever knows it knows every one of them.
    const detail = { records: headOf(work.records) };
    await takeStep(env, viewer, { transition, submission, input, detail }, new Date());
    const moved = await mustFind(env, viewer, id);
    const view = await executionView(viewer, moved, await mustHaveWork(env, moved));
    return session.stamp(json(view, 200, { etag: etagOf(moved) }));
  },
);

export const executionRoutes = [read, record, step];
