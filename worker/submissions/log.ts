/** The hash-chained log: naming events, sealing them, and checking a whole chain. */
import { canonicalJson } from "../../shared/kernel/canonical.ts";
import type { ChainCheck } from "../../shared/contract/event.ts";
import { ChainWalk, GENESIS, linkOf, type Seal } from "../../shared/contract/log-chain.ts";
import { sha256Hex } from "../store/content.ts";
import type { Database } from "../store/database.ts";
import { readChain, type NewEvent } from "../store/events.ts";
import { addSeal, newestSeal, unsealed } from "../store/seals.ts";

const SLICE = 500;
/** Statements of one batch; what is left is sealed by the next change. */
const SEALS_AT_ONCE = 100;

export function chainOf(provinceCode: string): string {
  return `tinh-${provinceCode}`;
}

/** The event with its own hash. */
export async function nameEvent(event: Omit<NewEvent, "hash">): Promise<NewEvent> {
  return { ...event, hash: await sha256Hex(canonicalJson(event)) };
}

export async function headOf(db: Database, chain: string): Promise<Seal> {
  return (await newestSeal(db, chain)) ?? GENESIS;
}

/** The questions whose answers `sealFound` needs: asked in the batch of the change itself, they cost no way of their own. */
export function unsealedOf(db: Database, chain: string): D1PreparedStatement[] {
  return unsealed(db, chain, SEALS_AT_ONCE);
}

/** Seals what is not sealed yet. Safe to run any number of times, at once, or not at all: the next change catches up. */
export async function sealFound(db: Database, chain: string, found: readonly D1Result[]): Promise<void> {
  const [newest, events] = found.map((result) => result.results as Seal[]);
  let previous = newest?.[0] ?? GENESIS;
  const statements: D1PreparedStatement[] = [];
  for (const event of events ?? []) {
    previous = { seq: event.seq, hash: await linkOf(sha256Hex, previous, event.hash) };
    statements.push(addSeal(db, chain, previous));
  }
  if (statements.length > 0) await db.batch(statements);
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
