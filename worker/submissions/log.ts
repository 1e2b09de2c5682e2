/** The hash-chained log: naming events, sealing them, and checking a whole chain. */
import { canonicalJson } from "../../shared/kernel/canonical.ts";
import type { ChainCheck } from "../../shared/contract/event.ts";
import { ChainWalk, GENESIS, linkText, type Seal } from "../../shared/contract/log-chain.ts";
import type { Ask } from "../store/ask.ts";
import { sha256Hex } from "../store/content.ts";
import type { Database } from "../store/database.ts";
import { readChain, type NewEvent } from "../store/events.ts";
import type { Who } from "../store/people.ts";
import { addSeal, askNewestSeal, unsealed, type Link } from "../store/seals.ts";

const SLICE = 500;
/** Statements of one batch; what is left is sealed by the next change. */
const SEALS_AT_ONCE = 100;

const CHAIN_PREFIX = "tinh-";

export function chainOf(provinceCode: string): string {
  return `${CHAIN_PREFIX}${provinceCode}`;
}

/** The event with its own hash. */
export function nameEvent(event: Omit<NewEvent, "hash">): NewEvent {
  return { ...event, hash: sha256Hex(canonicalJson(event)) };
}

/** Asks for the newest link of the chain of somebody's province; none is GENESIS. */
export function askHead(who: Who): Ask<Seal> {
  return askNewestSeal(who, CHAIN_PREFIX);
}

/**
 * The newest link this process has written or is writing, by chain. Only a guess at what the next event follows: the
 * statement made from it changes nothing where it is wrong, and then the event is sealed the long way.
 */
const expected = new Map<string, Seal>();

/** The newest link this process has seen in the database, by chain. */
const seen = new Map<string, Seal>();

const isNewer = (than: Seal | undefined, seal: Seal): boolean => seal.seq > (than?.seq ?? -1);

/** Says what the newest link of a chain was when somebody looked; a later one that this process knows of stays. */
export function noteHead(chain: string, head: Seal): void {
  if (isNewer(seen.get(chain), head)) seen.set(chain, head);
  if (isNewer(expected.get(chain), head)) expected.set(chain, head);
}

/** The newest link of a chain that is known without looking; null for none. */
export function rememberedHead(chain: string): Seal | null {
  return seen.get(chain) ?? null;
}

/** The event's link if it comes right after the expected one, which then expects the next; null where nothing is expected. */
export function nextLink({ chain, hash }: NewEvent): Link | null {
  const previous = expected.get(chain);
  if (previous === undefined) return null;
  const link = { previous, hash: sha256Hex(linkText(previous, hash)) };
  expected.set(chain, { seq: previous.seq + 1, hash: link.hash });
  return link;
}

/** The questions whose answers `sealFound` needs, for the end of the change's batch or after it. */
export function unsealedOf(db: Database, chain: string): D1PreparedStatement[] {
  return unsealed(db, chain, SEALS_AT_ONCE);
}

/** The batch of a change failed: whatever was expected of the chain may be wrong. */
export function forgetHead(chain: string): void {
  expected.delete(chain);
  seen.delete(chain);
}

/** Seals what is not sealed yet. Safe to run any number of times, at once, or not at all: the next change catches up. */
export async function sealFound(db: Database, chain: string, found: readonly D1Result[]): Promise<void> {
  const [newest, events] = found.map((result) => result.results as Seal[]);
  let previous = newest?.[0] ?? GENESIS;
  const statements: D1PreparedStatement[] = [];
  for (const event of events ?? []) {
    previous = { seq: event.seq, hash: sha256Hex(linkText(previous, event.hash)) };
    statements.push(addSeal(db, chain, previous));
  }
  if (statements.length === 0) return forgetHead(chain);
  // The guess was wrong, or there was none.
  expected.set(chain, previous);
  await db.batch(statements);
  noteHead(chain, previous);
}

/** Walks a chain from its beginning: no gaps, every event's own hash right, every seal over the one before. */
export async function verifyChain(db: Database, chain: string): Promise<ChainCheck> {
  const walk = new ChainWalk(chain, sha256Hex);
  for (;;) {
    const slice = await readChain(db, chain, walk.seq, SLICE);
    for (const event of slice) if (!(await walk.add(event))) return walk.result();
    if (slice.length < SLICE) return walk.result();
  }
}
