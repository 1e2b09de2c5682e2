import { z } from "zod";
import type { Book } from "../../shared/contract/book.ts";
import {
  DecisionSchema,
  DifferenceQuerySchema,
  PreviewSchema,
  PublicationListSchema,
  PublicationRequestSchema,
  PublicationSchema,
  type Publication,
  type PublicationChange,
  type PublicationRequest,
} from "../../shared/contract/publications.ts";
import {
  changesOf,
  problemsOf,
  readPublication,
  subjectOf,
  type PublicationContent,
} from "../../shared/contract/publications-content.ts";
import { canonicalJson } from "../../shared/kernel/canonical.ts";
import { SMALL_BODY_LIMIT_BYTES } from "../../shared/contract/submission.ts";
import type { Env } from "../env.ts";
import { HttpProblem } from "../http/problem.ts";
import { json, route } from "../http/route.ts";
import { keepContent, sha256Hex } from "../store/content.ts";
import {
  addPublication,
  addPublicationEvent,
  listPublicationEvents,
  listPublications,
  type StoredPublication,
} from "../store/publications.ts";
import { newId } from "../submissions/ids.ts";
import { vietnamDay } from "../../shared/kernel/date.ts";
import {
  bookWith,
  chainHolds,
  contentOf,
  inForce,
  nextEvent,
  publishedBook,
} from "../submissions/publications.ts";

const TAG = "Công bố dữ liệu";
/** A whole norm book or price list in JSON. */
const BOOK_LIMIT_BYTES = 4 * 1024 * 1024;

function view(p: StoredPublication, standing: ReadonlySet<string>): Publication {
  const { id, kind, subject, version, from, contentHash, reason, state, proposedAt, decidedAt } = p;
  return {
    id,
    kind,
    subject,
    version,
    from,
    contentHash,
    reason,
    state,
    proposedAt,
    decidedAt,
    inForce: standing.has(id),
    proposedBy: { id: p.proposedBy, name: p.proposerName },
    decidedBy: p.decidedBy === null ? null : { id: p.decidedBy, name: p.deciderName ?? p.decidedBy },
    note: p.note ?? "",
  };
}

const standingIds = (all: readonly StoredPublication[]) => new Set(inForce(all).map(({ id }) => id));

function readOrRefuse({ kind, content }: Pick<PublicationRequest, "kind" | "content">): PublicationContent {
  try {
    return readPublication(kind, content);
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const errors = error.issues.slice(0, 20).map(({ path, message }) => ({
      pointer: ["", "content", ...path.map(String)].join("/"),
      detail: message,
    }));
    throw new HttpProblem("shape", "Nội dung công bố không đúng cấu trúc.", { errors });
  }
}

/** What would change, against what is in force now. Problems: shape, state-conflict. */
async function previewOf(
  env: Env,
  all: readonly StoredPublication[],
  content: PublicationContent,
): Promise<{ book: Book; changes: PublicationChange[] }> {
  const book = await publishedBook(env);
  if (content.kind !== "withdrawal") {
    const problems = problemsOf(book, content);
    if (problems.length > 0)
      throw new HttpProblem("shape", problems.slice(0, 5).join(" "), { pointer: "/content" });
    return { book, changes: changesOf(book, content) };
  }
  const standing = inForce(all);
  const target = standing.find(({ id }) => id === content.of);
  if (target === undefined)
    throw new HttpProblem("state-conflict", "Công bố cần thu hồi không còn hiệu lực; hãy tải lại.");
  // What stands again is found among all but the one taken back.
  const without = inForce(all.filter(({ id }) => id !== target.id));
  const back = await bookWith(env, without);
  const taken = await contentOf(env, target);
  if (taken.kind === "withdrawal") throw new Error("a withdrawal stands by itself");
  const changes = changesOf(back, taken).map((change) => ({ ...change, old: change.new, new: change.old }));
  return { book, changes };
}

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
      publishedBook(env),
    ]);
    const standing = standingIds(all);
    const items = all.map((each) => view(each, standing)).sort((a, b) => (a.id < b.id ? 1 : -1));
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

/** Writes all or nothing; whoever comes second in the chain is asked to look again. */
async function commit(env: Env, statements: D1PreparedStatement[]): Promise<void> {
  await env.DB.batch(statements).catch((error: unknown) => {
    if (!(error instanceof Error) || !/UNIQUE|another person/.test(error.message)) throw error;
    throw new HttpProblem("edit-conflict", "Người khác vừa ghi một công bố; hãy tải lại rồi làm tiếp.");
  });
}

async function viewOf(env: Env, id: string): Promise<Publication> {
  const all = await listPublications(env.DB);
  const found = all.find((each) => each.id === id);
  if (found === undefined) throw new Error("a publication is missing");
  return view(found, standingIds(all));
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
  async ({ env, viewer, body }) => {
    const now = new Date();
    const content = readOrRefuse(body);
    const [all, events] = await Promise.all([listPublications(env.DB), listPublicationEvents(env.DB)]);
    await previewOf(env, all, content);
    const text = canonicalJson(body.content);
    const contentHash = sha256Hex(text);
    const { subject, from } = subjectOf(content);
    const at = now.toISOString();
    const publication = {
      id: newId("cb", now),
      kind: body.kind,
      subject,
      version:
        1 + Math.max(0, ...all.filter((each) => each.subject === subject).map(({ version }) => version)),
      from: from ?? vietnamDay(now.getTime()),
      contentHash,
      reason: body.reason,
      proposedBy: viewer.id,
      proposedAt: at,
    };
    const event = nextEvent(events, {
      publicationId: publication.id,
      action: "proposed",
      personId: viewer.id,
      at,
      note: body.reason,
      contentHash,
    });
    await commit(env, [
      ...keepContent(env.DB, contentHash, text),
      addPublication(env.DB, publication),
      addPublicationEvent(env.DB, event),
    ]);
    return json(await viewOf(env, publication.id), 201);
  },
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
    const [all, events] = await Promise.all([listPublications(env.DB), listPublicationEvents(env.DB)]);
    const found = mustBeProposed(all, body.id);
    if (body.decision === "confirmed" && found.proposedBy === viewer.id)
      throw new HttpProblem(
        "state-conflict",
        "Người đề nghị không tự xác nhận: cần một người quản trị khác.",
      );
    if (body.decision === "refused" && body.note === "")
      throw new HttpProblem("comment-required", "Từ chối phải ghi lý do.", { pointer: "/note" });
    if (body.contentHash !== found.contentHash)
      throw new HttpProblem("edit-conflict", "Nội dung đã xem không phải nội dung đang chờ; hãy tải lại.");
    // What was right when proposed may not be any more.
    if (body.decision === "confirmed") await previewOf(env, all, await contentOf(env, found));
    const event = nextEvent(events, {
      publicationId: found.id,
      action: body.decision,
      personId: viewer.id,
      at: new Date().toISOString(),
      note: body.note,
      contentHash: found.contentHash,
    });
    await commit(env, [addPublicationEvent(env.DB, event)]);
    return json(await viewOf(env, found.id));
  },
);

export const publicationRoutes = [list, difference, preview, propose, decide];
