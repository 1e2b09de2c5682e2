import { z } from "zod";
import {
  ActionAnswerSchema,
  BODY_LIMIT_BYTES,
  IdempotencyKeySchema,
  ReceiptSchema,
  ReviewActionSchema,
  SMALL_BODY_LIMIT_BYTES,
  SubmissionDetailSchema,
  SubmissionEnvelopeSchema,
  SubmissionIdSchema,
  SubmissionListSchema,
  SubmissionQuerySchema,
} from "../../shared/contract/submission.ts";
import { EventListSchema } from "../../shared/contract/event.ts";
import { foldText } from "../../shared/kernel/text.ts";
import { HttpProblem } from "../http/problem.ts";
import { json, route } from "../http/route.ts";
import { listSubmissions } from "../store/submissions.ts";
import { etagOf, mustFind, requireMatch, requireTransition, takeStep } from "../submissions/act.ts";
import { receiveSubmission } from "../submissions/receive.ts";
import { actionsFor, detailOf, eventViews, summaryOf } from "../submissions/view.ts";

const TAG = "Hồ sơ";
const READERS = ["drafter", "province", "ministry"] as const;
const idParams = z.object({ id: SubmissionIdSchema });

function idempotencyKey(request: Request): string {
  const key = IdempotencyKeySchema.safeParse(request.headers.get("idempotency-key"));
  if (key.success) return key.data;
  throw new HttpProblem(
    "idempotency-key",
    "Hãy gửi Idempotency-Key gồm 8–128 chữ cái, chữ số, “-” hoặc “_”, mới cho mỗi lần gửi.",
  );
}

const send = route(
  {
    method: "post",
    path: "/api/v1/submissions",
    summary: "Gửi một sổ kế hoạch, hoặc bản sửa của hồ sơ bị trả lại (previousId)",
    tag: TAG,
    access: ["drafter"],
    headers: z.object({ "Idempotency-Key": IdempotencyKeySchema }),
    body: { schema: SubmissionEnvelopeSchema, limitBytes: BODY_LIMIT_BYTES },
    answers: {
      201: { description: "Biên nhận có chữ ký", schema: ReceiptSchema },
      200: {
        description: "Đã nhận từ trước với cùng khóa và cùng nội dung: cùng biên nhận",
        schema: ReceiptSchema,
      },
    },
    problems: [
      "idempotency-key",
      "idempotency-conflict",
      "province",
      "findings",
      "not-found",
      "state-conflict",
      "edit-conflict",
      "unavailable",
    ],
  },
  async ({ request, env, body, viewer }) => {
    const { receipt, text, repeated } = await receiveSubmission(
      env,
      viewer,
      idempotencyKey(request),
      body,
      new Date(),
    );
    return new Response(text, {
      status: repeated ? 200 : 201,
      headers: {
        "content-type": "application/json; charset=utf-8",
        "cache-control": "no-store",
        location: `/api/v1/submissions/${receipt.id}`,
      },
    });
  },
);

const list = route(
  {
    method: "get",
    path: "/api/v1/submissions",
    summary: "Hồ sơ của tỉnh mình, hoặc (Bộ) các hồ sơ tỉnh đã duyệt; mới nhất trước",
    tag: TAG,
    access: READERS,
    query: SubmissionQuerySchema,
    answers: { 200: { description: "Một trang của danh sách", schema: SubmissionListSchema } },
  },
  async ({ env, viewer, query }) => {
    const cursor = query.cursor === undefined ? undefined : SubmissionIdSchema.safeParse(query.cursor);
    if (cursor !== undefined && !cursor.success) {
      throw new HttpProblem("shape", "cursor phải là nextCursor của trang trước.", { pointer: "?/cursor" });
    }
    const search = query.q === undefined ? "" : foldText(query.q);
    const found = await listSubmissions(env.DB, viewer, {
      state: query.state,
      province: query.province,
      year: query.year,
      search: search === "" ? undefined : search,
      before: cursor?.data,
      limit: query.limit + 1,
    });
    const page = found.slice(0, query.limit);
    const nextCursor = found.length > query.limit ? (page.at(-1)?.id ?? null) : null;
    return json({ items: page.map(summaryOf), nextCursor });
  },
);

const one = route(
  {
    method: "get",
    path: "/api/v1/submissions/{id}",
    summary: "Một hồ sơ: sổ, kết quả kiểm tra, ý kiến, nhật ký, việc được làm",
    tag: TAG,
    access: READERS,
    params: idParams,
    answers: { 200: { description: "Hồ sơ; ETag dùng cho If-Match", schema: SubmissionDetailSchema } },
  },
  async ({ env, viewer, params }) => {
    const submission = await mustFind(env, viewer, params.id);
    return json(await detailOf(env, viewer, submission), 200, { etag: etagOf(submission) });
  },
);

const events = route(
  {
    method: "get",
    path: "/api/v1/submissions/{id}/events",
    summary: "Nhật ký của hồ sơ",
    tag: TAG,
    access: READERS,
    params: idParams,
    answers: { 200: { description: "Cũ nhất trước", schema: EventListSchema } },
  },
  async ({ env, viewer, params }) => {
    const submission = await mustFind(env, viewer, params.id);
    return json({ items: await eventViews(env, submission.id) });
  },
);

const act = route(
  {
    method: "post",
    path: "/api/v1/submissions/{id}/actions",
    summary: "Duyệt, tiếp nhận, trả lại, chấp nhận, không chấp nhận, rút",
    tag: TAG,
    access: READERS,
    params: idParams,
    headers: z.object({ "If-Match": z.string() }),
    body: { schema: ReviewActionSchema, limitBytes: SMALL_BODY_LIMIT_BYTES },
    answers: { 200: { description: "Trạng thái mới", schema: ActionAnswerSchema } },
    problems: ["if-match-required", "edit-conflict", "state-conflict", "comment-required"],
  },
  async ({ request, env, viewer, params, body }) => {
    const submission = await mustFind(env, viewer, params.id);
    requireMatch(request, submission);
    const transition = requireTransition(body.action, submission, viewer);
    const lineComments = body.lineComments.map((c) => ({
      sheet: c.sheet,
      cell: c.cell ?? null,
      row: c.row ?? null,
      text: c.text,
    }));
    await takeStep(
      env,
      viewer,
      { transition, submission, input: { comment: body.comment, lineComments } },
      new Date(),
    );
    const after = await mustFind(env, viewer, params.id);
    const answer = { submission: summaryOf(after), etag: etagOf(after), actions: actionsFor(viewer, after) };
    return json(answer, 200, { etag: etagOf(after) });
  },
);

export const submissionRoutes = [send, list, one, events, act];
