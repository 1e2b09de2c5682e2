import { z } from "zod";
import {
  COMPARED_KEYS_LIMIT,
  ComparedFiguresQuerySchema,
  ComparedKeysSchema,
  ComparisonQuerySchema,
  ComparisonSchema,
  PeerFindingsSchema,
} from "../../shared/contract/comparison.ts";
import { SubmissionIdSchema } from "../../shared/contract/submission.ts";
import { foldKey } from "../../shared/kernel/text.ts";
import { json, route } from "../http/route.ts";
import { listKeys } from "../store/comparables.ts";
import { reading } from "../store/reading.ts";
import { mustFind } from "../submissions/act.ts";
import { compare } from "../submissions/compare.ts";
import { peerFindings } from "../submissions/peers.ts";

const TAG = "So sánh";
/** Figures of all provinces: for those who look across provinces. */
const READERS = ["ministry", "steward"] as const;

const keys = route(
  {
    method: "get",
    path: "/api/v1/comparisons",
    summary: "Những gì có thể so sánh giữa các tỉnh: mức hỗ trợ, giá, dòng định mức",
    tag: TAG,
    access: READERS,
    query: ComparisonQuerySchema,
    answers: { 200: { description: "Nhiều tỉnh nhất đứng đầu", schema: ComparedKeysSchema } },
  },
  async ({ request, env, query }) => {
    const session = reading(env, request);
    const key = foldKey(query.q ?? "");
    return session.stamp(
      json({ items: await listKeys(session.env.DB, query.topic, key, COMPARED_KEYS_LIMIT) }),
    );
  },
);

const figures = route(
  {
    method: "get",
    path: "/api/v1/comparisons/figures",
    summary: "Số liệu từng tỉnh của một mục, trung vị, MAD, ước lượng bền và số lệch xa",
    tag: TAG,
    access: READERS,
    query: ComparedFiguresQuerySchema,
    answers: { 200: { description: "Số liệu và tổng hợp", schema: ComparisonSchema } },
    problems: ["not-found"],
  },
  async ({ request, env, query }) => {
    const session = reading(env, request);
    return session.stamp(json(await compare(session.env, query.topic, query.key)));
  },
);

const peers = route(
  {
    method: "get",
    path: "/api/v1/submissions/{id}/peers",
    summary:
      "Số liệu của hồ sơ lệch xa các tỉnh khác; không thuộc kết quả đã ký, vì số của tỉnh khác còn đổi",
    tag: TAG,
    access: ["ministry"],
    params: z.object({ id: SubmissionIdSchema }),
    answers: { 200: { description: "Nhận xét theo quy tắc liên hồ sơ", schema: PeerFindingsSchema } },
  },
  async ({ request, env, viewer, params }) => {
    const session = reading(env, request);
    const submission = await mustFind(session.env, viewer, params.id);
    const found = await peerFindings(session.env, submission);
    return session.stamp(json(found, 200, { "cache-control": "no-store" }));
  },
);

export const comparisonRoutes = [keys, figures, peers];
