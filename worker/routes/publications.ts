import {
  DecisionSchema,
  DifferenceQuerySchema,
  PreviewSchema,
  PublicationListSchema,
  PublicationRequestSchema,
  PublicationSchema,
} from "../../shared/contract/publications.ts";
import { subjectOf } from "../../shared/contract/publications-content.ts";
import { canonicalJson } from "../../shared/kernel/canonical.ts";
import { SMALL_BODY_LIMIT_BYTES } from "../../shared/contract/submission.ts";
import { HttpProblem } from "../http/problem.ts";
import { json, route } from "../http/route.ts";
import { sha256Hex } from "../store/content.ts";
import { listPublicationEvents, listPublications, type StoredPublication } from "../store/publications.ts";
import { vietnamDay } from "../../shared/kernel/date.ts";
import { bookInForce, chainHolds, contentOf } from "../submissions/publications.ts";
import {
  decidePublication,
  previewOf,
  proposePublication,
  readOrRefuse,
  standingIds,
  view,
} from "../submissions/publish.ts";

const TAG = "Công bố dữ liệu";
/** A whole norm book or price list in JSON. */
const BOOK_LIMIT_BYTES = 4 * 1024 * 1024;

const list = route(
  {
    method: "get",
    path: "/api/v1/publications",
    summary: "Mọi công bố dữ liệu: đang chờ, đang hiệu lực, đã thay, đã thu hồi; kèm kiểm tra chuỗi nhật ký",
    tag: TAG,
    access: ["steward", "ministry"],
    answers: { 200: { description: "Mới nhất trước", schema: PublicationListSchema } },
  },
  async ({ env }) => {
    const [all, events, book] = await Promise.all([
      listPublications(env.DB),
      listPublicationEvents(env.DB),
      bookInForce(env),
    ]);
    const standing = standingIds(all);
    const views = await Promise.all(all.map((each) => view(env, each, standing)));
    const items = views.sort((a, b) => (a.id < b.id ? 1 : -1));
    const chain = { events: events.length, head: events.at(-1)?.hash ?? null, ok: chainHolds(events) };
    return json({ bookVersion: book.version, chain, items }, 200, { "cache-control": "no-store" });
  },
);

const preview = route(
  {
    method: "post",
    path: "/api/v1/publications/preview",
    summary: "Xem trước khác gì so với dữ liệu đang hiệu lực; không ghi gì",
    tag: TAG,
    access: ["steward"],
    body: { schema: PublicationRequestSchema, limitBytes: BOOK_LIMIT_BYTES },
    answers: { 200: { description: "Các thay đổi", schema: PreviewSchema } },
    problems: ["state-conflict"],
  },
  async ({ env, body }) => {
    const content = readOrRefuse(body);
    const { book, changes } = await previewOf(env, await listPublications(env.DB), content);
    const from = subjectOf(content).from ?? vietnamDay(Date.now());
    const contentHash = sha256Hex(canonicalJson(body.content));
    return json({ contentHash, from, bookVersion: book.version, changes });
  },
);

const difference = route(
  {
    method: "get",
    path: "/api/v1/publications/difference",
    summary: "Một đề nghị công bố khác gì so với dữ liệu đang hiệu lực",
    tag: TAG,
    access: ["steward", "ministry"],
    query: DifferenceQuerySchema,
    answers: { 200: { description: "Các thay đổi", schema: PreviewSchema } },
    problems: ["state-conflict"],
  },
  async ({ env, query }) => {
    const all = await listPublications(env.DB);
    const found = mustBeProposed(all, query.id);
    const { book, changes } = await previewOf(env, all, await contentOf(env, found));
    return json({ contentHash: found.contentHash, from: found.from, bookVersion: book.version, changes });
  },
);

function mustBeProposed(all: readonly StoredPublication[], id: string): StoredPublication {
  const found = all.find((each) => each.id === id);
  if (found === undefined || found.state !== "proposed")
    throw new HttpProblem("state-conflict", "Không có đề nghị này đang chờ xác nhận; hãy tải lại.");
  return found;
}

const propose = route(
  {
    method: "post",
    path: "/api/v1/publications",
    summary: "Đề nghị công bố; chưa có hiệu lực cho tới khi người khác xác nhận",
    tag: TAG,
    access: ["steward"],
    body: { schema: PublicationRequestSchema, limitBytes: BOOK_LIMIT_BYTES },
    answers: { 201: { description: "Đang chờ người khác xác nhận", schema: PublicationSchema } },
    problems: ["edit-conflict", "state-conflict"],
  },
  async ({ env, viewer, body }) => json(await proposePublication(env, viewer, body, new Date()), 201),
);

const decide = route(
  {
    method: "post",
    path: "/api/v1/publications/decisions",
    summary: "Xác nhận hoặc từ chối một đề nghị; người đề nghị không tự xác nhận được",
    tag: TAG,
    access: ["steward"],
    body: { schema: DecisionSchema, limitBytes: SMALL_BODY_LIMIT_BYTES },
    answers: { 200: { description: "Sau quyết định", schema: PublicationSchema } },
    problems: ["edit-conflict", "state-conflict", "comment-required"],
  },
  async ({ env, viewer, body }) => {
    const found = mustBeProposed(await listPublications(env.DB), body.id);
    return json(await decidePublication(env, viewer, found, body, new Date()));
  },
);

export const publicationRoutes = [list, difference, preview, propose, decide];
