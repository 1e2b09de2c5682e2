/** Proposing and showing publications: what may be proposed, how it differs from what is in force, and its place in the chain. */
import { z } from "zod";
import type { Book } from "../../shared/contract/book.ts";
import type {
  DecisionSchema,
  Publication,
  PublicationChange,
  PublicationRequest,
} from "../../shared/contract/publications.ts";
import { changesOf, factChange } from "../../shared/contract/publications-changes.ts";
import {
  problemsOf,
  readPublication,
  subjectOf,
  type PublicationContent,
} from "../../shared/contract/publications-content.ts";
import type { CatalogueFactContent } from "../../shared/contract/catalogue.ts";
import { vietnamDay, type IsoDate } from "../../shared/kernel/date.ts";
import { dong } from "../../shared/kernel/money.ts";
import { PROPOSED_BOOK_ID } from "../../shared/plan/evidence/draft-book.ts";
import { canonicalJson } from "../../shared/kernel/canonical.ts";
import type { Viewer } from "../auth/authenticate.ts";
import type { Env } from "../env.ts";
import { HttpProblem } from "../http/problem.ts";
import { addFact, listFacts } from "../store/catalogue.ts";
import { keepContent, sha256Hex } from "../store/content.ts";
import {
  addPublication,
  addPublicationEvent,
  listPublicationEvents,
  listPublications,
  type StoredPublication,
} from "../store/publications.ts";
import { newId } from "./ids.ts";
import { bookWith, contentOf, inForce, nextEvent, bookInForce } from "./publications.ts";

/** The hashes a book of many provinces' figures carries; null for everything else. */
async function evidenceIn(env: Env, p: StoredPublication): Promise<Publication["evidence"]> {
  if (p.kind !== "norm-book" || !p.subject.startsWith(PROPOSED_BOOK_ID)) return null;
  const content = await contentOf(env, p);
  return content.kind === "norm-book" ? (content.book.evidence ?? null) : null;
}

export async function view(
  env: Env,
  p: StoredPublication,
  standing: ReadonlySet<string>,
): Promise<Publication> {
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
    evidence: await evidenceIn(env, p),
  };
}

export const standingIds = (all: readonly StoredPublication[]) => new Set(inForce(all).map(({ id }) => id));

export function readOrRefuse({
  kind,
  content,
}: Pick<PublicationRequest, "kind" | "content">): PublicationContent {
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

/** Problems: edit-conflict (already replaced), shape (replaced by something else). */
async function previewOfFact(env: Env, fact: CatalogueFactContent): Promise<PublicationChange> {
  if (fact.replaces === null) return factChange(fact, null);
  const known = await listFacts(env.DB, null);
  const replaced = known.find(({ id }) => id === fact.replaces);
  if (replaced?.current !== true)
    throw new HttpProblem("edit-conflict", "Công bố cần thay không có hoặc đã được thay; hãy tải lại.");
  if (replaced.service !== fact.service || replaced.fact !== fact.fact)
    throw new HttpProblem("shape", "Công bố thay thế phải nói về cùng dịch vụ và cùng loại.", {
      pointer: "/content/replaces",
    });
  return factChange(fact, replaced);
}

/** What would change, against what is in force now. Problems: shape, state-conflict. */
export async function previewOf(
  env: Env,
  all: readonly StoredPublication[],
  content: PublicationContent,
): Promise<{ book: Book; changes: PublicationChange[] }> {
  const book = await bookInForce(env);
  if (content.kind === "catalogue-fact") return { book, changes: [await previewOfFact(env, content.fact)] };
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
  if (taken.kind === "catalogue-fact")
    throw new HttpProblem(
      "state-conflict",
      "Công bố về danh mục được rút bằng nút “Đề nghị rút lại” ở trang Danh mục dịch vụ, cũng cần hai người.",
    );
  const changes = changesOf(back, taken).map((change) => ({ ...change, old: change.new, new: change.old }));
  return { book, changes };
}

/** Writes all or nothing; whoever comes second in the chain is asked to look again. */
export async function commit(env: Env, statements: D1PreparedStatement[]): Promise<void> {
  await env.DB.batch(statements).catch((error: unknown) => {
    if (!(error instanceof Error) || !/UNIQUE|another person/.test(error.message)) throw error;
    throw new HttpProblem("edit-conflict", "Người khác vừa ghi một công bố; hãy tải lại rồi làm tiếp.");
  });
}

export async function viewOf(env: Env, id: string): Promise<Publication> {
  const all = await listPublications(env.DB);
  const found = all.find((each) => each.id === id);
  if (found === undefined) throw new Error("a publication is missing");
  return view(env, found, standingIds(all));
}

/** Waits for another person afterwards. Problems: shape, state-conflict, edit-conflict. */
export async function proposePublication(
  env: Env,
  viewer: Viewer,
  request: PublicationRequest,
  now: Date,
): Promise<Publication> {
  const content = readOrRefuse(request);
  const [all, events] = await Promise.all([listPublications(env.DB), listPublicationEvents(env.DB)]);
  await previewOf(env, all, content);
  const text = canonicalJson(request.content);
  const contentHash = sha256Hex(text);
  const { subject, from } = subjectOf(content);
  const at = now.toISOString();
  const publication = {
    id: newId("cb", now),
    kind: request.kind,
    subject,
    version: 1 + Math.max(0, ...all.filter((each) => each.subject === subject).map(({ version }) => version)),
    from: from ?? vietnamDay(now.getTime()),
    contentHash,
    reason: request.reason,
    proposedBy: viewer.id,
    proposedAt: at,
  };
  const event = nextEvent(events, {
    publicationId: publication.id,
    action: "proposed",
    personId: viewer.id,
    at,
    note: request.reason,
    contentHash,
  });
  await commit(env, [
    ...keepContent(env.DB, contentHash, text),
    addPublication(env.DB, publication),
    addPublicationEvent(env.DB, event),
  ]);
  return viewOf(env, publication.id);
}

/** The row of the catalogue that a confirmed fact becomes; its id follows from the publication's. */
function factRow(
  publication: StoredPublication,
  fact: CatalogueFactContent,
  confirmedBy: string,
  at: string,
): Parameters<typeof addFact>[1] {
  return {
    ...fact,
    id: publication.id.replace("cb_", "dm_"),
    issuedOn: fact.issuedOn as IsoDate | null,
    from: fact.from as IsoDate | null,
    to: fact.to as IsoDate | null,
    priceDong: fact.priceDong === null ? null : dong(fact.priceDong),
    publishedBy: publication.proposedBy,
    confirmedBy,
    publishedAt: at,
  };
}

type Decision = z.output<typeof DecisionSchema>;

/** Problems: edit-conflict, comment-required, state-conflict (the proposer may not confirm; not right any more), shape. */
export async function decidePublication(
  env: Env,
  viewer: Viewer,
  found: StoredPublication,
  decision: Decision,
  now: Date,
): Promise<Publication> {
  const [all, events] = await Promise.all([listPublications(env.DB), listPublicationEvents(env.DB)]);
  const confirmed = decision.decision === "confirmed";
  if (confirmed && found.proposedBy === viewer.id)
    throw new HttpProblem("state-conflict", "Người đề nghị không tự xác nhận: cần một người quản trị khác.");
  if (!confirmed && decision.note === "")
    throw new HttpProblem("comment-required", "Từ chối phải ghi lý do.", { pointer: "/note" });
  if (decision.contentHash !== found.contentHash)
    throw new HttpProblem("edit-conflict", "Nội dung đã xem không phải nội dung đang chờ; hãy tải lại.");
  const content = await contentOf(env, found);
  // What was right when proposed may not be any more.
  if (confirmed) await previewOf(env, all, content);
  const at = now.toISOString();
  const event = nextEvent(events, {
    publicationId: found.id,
    action: decision.decision,
    personId: viewer.id,
    at,
    note: decision.note,
    contentHash: found.contentHash,
  });
  const also =
    confirmed && content.kind === "catalogue-fact"
      ? [addFact(env.DB, factRow(found, content.fact, viewer.id, at))]
      : [];
  await commit(env, [addPublicationEvent(env.DB, event), ...also]);
  return viewOf(env, found.id);
}
