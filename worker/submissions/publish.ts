/** Proposing and showing publications: what may be proposed, how it differs from what is in force, and its place in the chain. */
import { z } from "zod";
import type { Book } from "../../shared/contract/book.ts";
import type {
  Publication,
  PublicationChange,
  PublicationRequest,
} from "../../shared/contract/publications.ts";
import {
  changesOf,
  problemsOf,
  readPublication,
  subjectOf,
  type PublicationContent,
} from "../../shared/contract/publications-content.ts";
import { canonicalJson } from "../../shared/kernel/canonical.ts";
import { vietnamDay } from "../../shared/kernel/date.ts";
import { PROPOSED_BOOK_ID } from "../../shared/plan/evidence/draft-book.ts";
import type { Viewer } from "../auth/authenticate.ts";
import type { Env } from "../env.ts";
import { HttpProblem } from "../http/problem.ts";
import { keepContent, sha256Hex } from "../store/content.ts";
import {
  addPublication,
  addPublicationEvent,
  listPublicationEvents,
  listPublications,
  type StoredPublication,
} from "../store/publications.ts";
import { newId } from "./ids.ts";
import { bookWith, contentOf, inForce, nextEvent, publishedBook } from "./publications.ts";

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

/** What would change, against what is in force now. Problems: shape, state-conflict. */
export async function previewOf(
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
