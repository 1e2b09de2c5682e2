import { z } from "zod";
import {
  ActionAnswerSchema,
  BODY_LIMIT_BYTES,
  ExportedRevisionSchema,
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
import { idempotencyKey, receiptAnswer } from "../http/answers.ts";
import { sameTag } from "../http/etag.ts";
import { HttpProblem } from "../http/problem.ts";
import { json, route } from "../http/route.ts";
import { eventsOfSubmission } from "../store/events.ts";
import { reading, writing } from "../store/reading.ts";
import { listSubmissions } from "../store/submissions.ts";
import { indexWaitingWords } from "../store/words.ts";
import { etagOf, mustFind, requireMatch, requireTransition, takeStep } from "../submissions/act.ts";
import { askBeforeReceiving, receiveSubmission } from "../submissions/receive.ts";
import { actionsFor, detailOf, envelopeOfRevision, eventViews, summaryOf } from "../submissions/view.ts";

const TAG = "Hồ sơ";
const READERS = ["drafter", "province", "ministry"] as const;
const idParams = z.object({ id: SubmissionIdSchema });

const send = route(
  {
    method: "post",
    path: "/api/v1/submissions",
    summary: "Gửi một sổ kế hoạch, hoặc bản sửa của hồ sơ bị trả lại (previousId)",
    tag: TAG,
    access: ["drafter"],
    confirmedByWrite: true,
    asks: (who, request) =>
      askBeforeReceiving(who, (request.headers.get("idempotency-key") ?? "").slice(0, 128)),
    headers: z.object({
      "Idempotency-Key": IdempotencyKeySchema,
      "If-Match": z.string().optional().meta({
        description:
          "ETag của hồ sơ previousId lúc soạn bản sửa; hồ sơ đã đổi thì không nhận (edit-conflict)",
      }),
    }),
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
  async ({ request, env, body, sent, viewer, found }) => {
    const key = idempotencyKey(request);
    const session = writing(env);
    const ifMatch = request.headers.get("if-match");
    const sending = { key, envelope: body, sent, ifMatch, found };
    const received = await receiveSubmission(session.env, viewer, sending, new Date());
    return session.stamp(receiptAnswer(received));
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
  async ({ request, env, viewer, query }) => {
    const cursor = query.cursor === undefined ? undefined : SubmissionIdSchema.safeParse(query.cursor);
    if (cursor !== undefined && !cursor.success) {
      throw new HttpProblem("shape", "cursor phải là nextCursor của trang trước.", { pointer: "?/cursor" });
    }
    const search = query.q === undefined ? "" : foldText(query.q);
    const session = search === "" ? reading(env, request) : writing(env);
    if (search !== "") await indexWaitingWords(session.env.DB);
    const found = await listSubmissions(session.env.DB, viewer, {
      state: query.state,
      province: query.province,
      year: query.year,
      findings: query.findings,
      search: search === "" ? undefined : search,
      before: cursor?.data,
      limit: query.limit + 1,
    });
    const page = found.slice(0, query.limit);
    const nextCursor = found.length > query.limit ? (page.at(-1)?.id ?? null) : null;
    return session.stamp(json({ items: page.map(summaryOf), nextCursor }));
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
    headers: z.object({ "If-None-Match": z.string().optional() }),
    answers: {
      200: { description: "Hồ sơ; ETag dùng cho If-Match và If-None-Match", schema: SubmissionDetailSchema },
      304: { description: "Chưa đổi từ ETag đã có" },
    },
  },
  async ({ request, env, viewer, params }) => {
    const session = reading(env, request);
    const submission = await mustFind(session.env, viewer, params.id);
    const headers = { etag: etagOf(submission), "cache-control": "no-store" };
    if (sameTag(request.headers.get("if-none-match"), headers.etag))
      return session.stamp(new Response(null, { status: 304, headers }));
    return session.stamp(json(await detailOf(session.env, viewer, submission), 200, headers));
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
  async ({ request, env, viewer, params }) => {
    const session = reading(env, request);
    const submission = await mustFind(session.env, viewer, params.id);
    return session.stamp(json({ items: await eventViews(session.env, submission.id) }));
  },
);

const exported = route(
  {
    method: "get",
    path: "/api/v1/submissions/{id}/envelope",
    summary: "Một bản như đã nhận, kèm biên nhận: đủ để kiểm lại ở nơi khác bằng kc recheck",
    tag: TAG,
    access: READERS,
    params: idParams,
    query: z.object({
      revision: z.coerce
        .number()
        .int()
        .min(1)
        .max(100_000)
        .optional()
        .meta({ description: "Vắng: bản mới nhất" }),
    }),
    answers: { 200: { description: "Phong bì và biên nhận", schema: ExportedRevisionSchema } },
  },
  async ({ request, env, viewer, params, query }) => {
    const session = reading(env, request);
    const submission = await mustFind(session.env, viewer, params.id);
    const revision = query.revision ?? submission.revision;
    const found = await envelopeOfRevision(session.env, submission.id, revision);
    if (found === null) throw new HttpProblem("not-found", "Hồ sơ không có bản này.");
    const { envelope, receipt } = found;
    return session.stamp(json({ id: submission.id, revision, envelope, receipt }));
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
  async ({ request, env: bindings, viewer, params, body }) => {
    const session = writing(bindings);
    const { env } = session;
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
    const actions = actionsFor(viewer, after, await eventsOfSubmission(env.DB, after.id));
    const answer = { submission: summaryOf(after), etag: etagOf(after), actions };
    return session.stamp(json(answer, 200, { etag: etagOf(after) }));
  },
);

export const submissionRoutes = [send, list, one, events, exported, act];
