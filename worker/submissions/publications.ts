/** Publications as people and as judging see them: which count, and what the book becomes with them. */
import type { Book } from "../../shared/contract/book.ts";
import {
  readPublication,
  withPublications,
  type PublicationContent,
} from "../../shared/contract/publications-content.ts";
import { judgedWith, partWithVersion } from "../../shared/contract/judged-with.ts";
import { canonicalJson } from "../../shared/kernel/canonical.ts";
import type { LawBook } from "../../shared/law/types.ts";
import type { NormBook } from "../../shared/norms/model.ts";
import type { PriceBook } from "../../shared/norms/prices.ts";
import type { Env } from "../env.ts";
import { shippedBook } from "../law.ts";
import { askOne } from "../store/ask.ts";
import { readContent, sha256Hex } from "../store/content.ts";
import { findKeptBook, keepBook } from "../store/kept-books.ts";
import {
  askLastDecision,
  listPublications,
  type PublicationEvent,
  type StoredPublication,
} from "../store/publications.ts";
import { judgedDataIsKept, keepJudgedData } from "./judged-data.ts";

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
  return withPublications(shippedBook(env), contents);
}

/** By the decision it rests on: the same object as long as nothing is decided, so that what is made of it is kept too. */
const made = new Map<string, Book>();
const KEPT = 4;

/** Whatever judges or is offered can be had again by its version. */
async function keep(env: Env, book: Book): Promise<void> {
  const { version, law } = book;
  if ((await findKeptBook(env.DB, version)) !== null) return;
  const { template: _template, rules: _rules, ...parts } = judgedWith("", book);
  const at = new Date().toISOString();
  const kept = { version, lawVersion: law.version, parts: JSON.stringify(parts) };
  await env.DB.batch([...keepJudgedData(env.DB, book, at), keepBook(env.DB, kept, at)]);
  judgedDataIsKept(book);
}

interface KeptPart {
  readonly version: string;
  readonly hash: string;
}

async function keptPart<T extends { readonly version: string }>(
  env: Env,
  { version, hash }: KeptPart,
): Promise<T> {
  const text = await readContent(env.DB, hash);
  if (text === null) throw new Error("a part of a kept book is missing");
  return partWithVersion<T>(text, version);
}

/** A book offered earlier, put together again; null when this server never offered it. Wards are those of today. */
export async function keptBook(env: Env, asked: string): Promise<Book | null> {
  const found = await findKeptBook(env.DB, asked);
  if (found === null) return null;
  const parts = JSON.parse(found.parts) as Record<"norms" | "prices", KeptPart[]> & { law: KeptPart };
  const [law, norms, prices] = await Promise.all([
    keptPart<LawBook>(env, parts.law),
    Promise.all(parts.norms.map((part) => keptPart<NormBook>(env, part))),
    Promise.all(parts.prices.map((part) => keptPart<PriceBook>(env, part))),
  ]);
  return { version: found.version, law, wards: shippedBook(env).wards, norms, prices };
}

/**
 * THE book: the shipped one with everything published. Every route that judges, prices or cites asks for it here. It
 * is one for all days and provinces, because its values carry their days and its levels and prices their province: a
 * reader takes what holds on its day for its place (`readParameter`, `findLocalLevel`, `levelAt`, `modeAt`).
 */
export async function bookInForce(env: Env): Promise<Book> {
  return bookSince(env, (await askOne(env.DB, askLastDecision()))?.hash ?? "");
}

/** By the shipped book: the last decision that somebody found when they looked. */
const lastFound = new Map<string, string>();

/** The last decision without looking; null where nobody looked. */
export function rememberedDecision(env: Env): string | null {
  return lastFound.get(shippedBook(env).version) ?? null;
}

/** The same for who knows the last decision already. */
export async function bookSince(env: Env, decision: string): Promise<Book> {
  const shipped = shippedBook(env);
  lastFound.set(shipped.version, decision);
  const key = `${shipped.version} ${decision}`;
  const known = made.get(key);
  if (known !== undefined) return known;
  const standing = decision === "" ? [] : inForce(await listPublications(env.DB));
  const book = await bookWith(env, standing);
  await keep(env, book);
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
