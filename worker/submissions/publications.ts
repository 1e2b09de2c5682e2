/** Publications as people and as judging see them: which count, and what the book becomes with them. */
import type { Book } from "../../shared/contract/book.ts";
import {
  readPublication,
  withPublications,
  type PublicationContent,
} from "../../shared/contract/publications-content.ts";
import { canonicalJson } from "../../shared/kernel/canonical.ts";
import type { Env } from "../env.ts";
import { currentBook } from "../law.ts";
import { readContent, sha256Hex } from "../store/content.ts";
import {
  askLastDecision,
  decisionFound,
  listPublications,
  type PublicationEvent,
  type StoredPublication,
} from "../store/publications.ts";

export const GENESIS = "0".repeat(64);

/** Confirmed, not taken back, and the newest about its subject. Oldest decision first. */
export function inForce(all: readonly StoredPublication[]): StoredPublication[] {
  const confirmed = all.filter(({ state }) => state === "confirmed");
  const takenBack = new Set(
    confirmed.filter(({ kind }) => kind === "withdrawal").map(({ subject }) => subject),
  );
  const standing = confirmed.filter(({ id, kind }) => kind !== "withdrawal" && !takenBack.has(id));
  const newest = new Map(standing.map((each) => [`${each.kind} ${each.subject}`, each.id]));
  return standing.filter((each) => newest.get(`${each.kind} ${each.subject}`) === each.id);
}

export async function contentOf(
  env: Env,
  { kind, contentHash }: Pick<StoredPublication, "kind" | "contentHash">,
): Promise<PublicationContent> {
  const text = await readContent(env.DB, contentHash);
  if (text === null) throw new Error("the content of a publication is missing");
  return readPublication(kind, JSON.parse(text));
}

export async function bookWith(env: Env, publications: readonly StoredPublication[]): Promise<Book> {
  const contents = await Promise.all(publications.map((each) => contentOf(env, each)));
  return withPublications(currentBook(env), contents);
}

/** By the decision it rests on: the same object as long as nothing is decided, so that what is made of it is kept too. */
const made = new Map<string, Book>();
const KEPT = 4;

/** The shipped book with everything published: what the server judges with and what it offers. */
export async function publishedBook(env: Env): Promise<Book> {
  return bookSince(env, decisionFound(await askLastDecision(env.DB).all()));
}

/** The same for who knows the last decision already. */
export async function bookSince(env: Env, decision: string): Promise<Book> {
  const shipped = currentBook(env);
  if (decision === "") return shipped;
  const key = `${shipped.version} ${decision}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const book = await bookWith(env, inForce(await listPublications(env.DB)));
  if (made.size >= KEPT) made.clear();
  made.set(key, book);
  return book;
}

export function hashOfEvent(event: Omit<PublicationEvent, "hash">, previous: string): string {
  return sha256Hex(canonicalJson({ ...event, previous }));
}

export function chainHolds(events: readonly PublicationEvent[]): boolean {
  let previous = GENESIS;
  return events.every(({ hash, ...event }, at) => {
    const good = event.seq === at + 1 && hashOfEvent(event, previous) === hash;
    previous = hash;
    return good;
  });
}

/** The event that comes next in the chain. */
export function nextEvent(
  events: readonly PublicationEvent[],
  event: Omit<PublicationEvent, "hash" | "seq">,
): PublicationEvent {
  const last = events.at(-1);
  const whole = { ...event, seq: (last?.seq ?? 0) + 1 };
  return { ...whole, hash: hashOfEvent(whole, last?.hash ?? GENESIS) };
}
