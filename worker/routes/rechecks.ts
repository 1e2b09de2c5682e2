import { z } from "zod";
import {
  RecheckDetailSchema,
  RecheckListSchema,
  RecheckRequestSchema,
  RecheckRunSchema,
} from "../../shared/contract/recheck.ts";
import { SMALL_BODY_LIMIT_BYTES, SubmissionIdSchema } from "../../shared/contract/submission.ts";
import { HttpProblem } from "../http/problem.ts";
import { json, route } from "../http/route.ts";
import { reading, writing } from "../store/reading.ts";
import { findRun, listResults, listRuns } from "../store/rechecks.ts";
import { startRun } from "../submissions/recheck.ts";

const TAG = "Kiểm lại";
const EVERYBODY = ["drafter", "province", "ministry", "steward"] as const;
const PAGE = 50;

const start = route(
  {
    method: "post",
    path: "/api/v1/rechecks",
    summary: "Kiểm lại mọi hồ sơ bằng căn cứ và quy tắc hiện hành; chạy nền, không đổi hồ sơ",
    tag: TAG,
    access: ["steward"],
    body: { schema: RecheckRequestSchema, limitBytes: SMALL_BODY_LIMIT_BYTES },
    answers: { 202: { description: "Đã xếp hàng; xem tiến độ ở location", schema: RecheckRunSchema } },
  },
  async ({ env, viewer, body }) => {
    const session = writing(env);
    const run = await startRun(session.env, viewer, body, new Date());
    return session.stamp(json(run, 202, { location: `/api/v1/rechecks/${run.id}` }));
  },
);

const list = route(
  {
    method: "get",
    path: "/api/v1/rechecks",
    summary: "Hai mươi lượt kiểm lại gần nhất và tiến độ",
    tag: TAG,
    access: EVERYBODY,
    answers: { 200: { description: "Mới nhất trước", schema: RecheckListSchema } },
  },
  async ({ request, env }) => {
    const session = reading(env, request);
    return session.stamp(json({ items: await listRuns(session.env.DB) }));
  },
);

const one = route(
  {
    method: "get",
    path: "/api/v1/rechecks/{id}",
    summary: "Một lượt kiểm lại: hồ sơ nào cho kết quả khác, khác ở đâu (chỉ hồ sơ mình được xem)",
    tag: TAG,
    access: EVERYBODY,
    shared: true,
    params: z.object({ id: z.string().regex(/^kl_[0-9A-Z]{20,32}$/) }),
    query: z.object({ cursor: SubmissionIdSchema.optional() }),
    answers: { 200: { description: "Tiến độ và các hồ sơ khác", schema: RecheckDetailSchema } },
  },
  async ({ request, env, viewer, params, query }) => {
    const session = reading(env, request);
    const run = await findRun(session.env.DB, params.id);
    if (run === null) throw new HttpProblem("not-found", "Không có lượt kiểm lại này.");
    const found = await listResults(session.env.DB, viewer, run.id, query.cursor ?? "", PAGE + 1);
    const results = found.slice(0, PAGE);
    const nextCursor = found.length > PAGE ? (results.at(-1)?.submissionId ?? null) : null;
    return session.stamp(json({ run, results, nextCursor }));
  },
);

export const recheckRoutes = [start, list, one];
