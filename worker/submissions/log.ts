/** The hash-chained log: naming events, sealing them, and checking a whole chain. */
import type { z } from "zod";
import { canonicalJson } from "../../shared/contract/canonical.ts";
import type { ChainCheckSchema } from "../../shared/contract/event.ts";
import { sha256Hex } from "../store/content.ts";
import { readChain, type LinkedEvent, type NewEvent } from "../store/events.ts";
import { addSeal, eventsAfter, newestSeal, type Seal } from "../store/seals.ts";

/** Stands before the first link of every chain. */
export const GENESIS: Seal = { seq: 0, hash: "0".repeat(64) };
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

function link(previous: Seal, eventHash: string): Promise<string> {
  return sha256Hex(`${previous.hash}${eventHash}`);
}

export async function headOf(db: D1Database, chain: string): Promise<Seal> {
  return (await newestSeal(db, chain)) ?? GENESIS;
}

/** Seals what is not sealed yet. Safe to run any number of times, at once, or not at all: the next change catches up. */
export async function sealChain(db: D1Database, chain: string): Promise<void> {
  let previous = await headOf(db, chain);
  const statements: D1PreparedStatement[] = [];
  for (const event of await eventsAfter(db, chain, previous.seq, SEALS_AT_ONCE)) {
    previous = { seq: event.seq, hash: await link(previous, event.hash) };
    statements.push(addSeal(db, chain, previous));
  }
  if (statements.length > 0) await db.batch(statements);
}

async function fits(event: LinkedEvent, previous: Seal): Promise<boolean> {
  const { seal, seq, hash, ...content } = event;
  if (seq !== previous.seq + 1 || (await sha256Hex(canonicalJson(content))) !== hash) return false;
  return seal === null || seal === (await link(previous, hash));
}

/** Walks a chain from its beginning: no gaps, every event's own hash right, every seal over the one before. */
export async function verifyChain(db: D1Database, chain: string): Promise<z.infer<typeof ChainCheckSchema>> {
  let previous = GENESIS;
  let unsealed = 0;
  for (;;) {
    const slice = await readChain(db, chain, previous.seq, SLICE);
    for (const event of slice) {
      const gap = event.seal !== null && unsealed > 0;
      if (gap || !(await fits(event, previous))) {
        return {
          chain,
          events: previous.seq,
          unsealed,
          ok: false,
          head: headHash(previous),
          brokenAt: event.seq,
        };
      }
      previous = { seq: event.seq, hash: await link(previous, event.hash) };
      if (event.seal === null) unsealed += 1;
    }
    if (slice.length < SLICE)
      return { chain, events: previous.seq, unsealed, ok: true, head: headHash(previous) };
  }
}

function headHash(seal: Seal): string | null {
  return seal.seq === 0 ? null : seal.hash;
}
