/** The hash-chained log: making the next event and checking a whole chain. */
import { canonicalJson } from "../../shared/contract/canonical.ts";
import type { Event } from "../../shared/contract/event.ts";
import { chainHead, readChain } from "../store/events.ts";
import { sha256Hex } from "../store/content.ts";

/** previousHash of the first event of a chain. */
export const GENESIS = "0".repeat(64);
const SLICE = 500;

export function chainOf(provinceCode: string): string {
  return `tinh-${provinceCode}`;
}

export function eventHash(event: Omit<Event, "hash">): Promise<string> {
  return sha256Hex(canonicalJson(event));
}

/** The event that would come next; its place is only taken once it is stored. */
export async function nextEvent(
  db: D1Database,
  event: Omit<Event, "seq" | "previousHash" | "hash">,
): Promise<Event> {
  const head = await chainHead(db, event.chain);
  const placed = { ...event, seq: (head?.seq ?? 0) + 1, previousHash: head?.hash ?? GENESIS };
  return { ...placed, hash: await eventHash(placed) };
}

export interface ChainCheck {
  readonly chain: string;
  readonly events: number;
  readonly ok: boolean;
  readonly head: string | null;
  readonly brokenAt?: number;
}

/** Walks a chain from its beginning: numbers without gaps, every hash right, every link to the one before. */
export async function verifyChain(db: D1Database, chain: string): Promise<ChainCheck> {
  let previous = GENESIS;
  let seq = 0;
  for (;;) {
    const slice = await readChain(db, chain, seq, SLICE);
    for (const event of slice) {
      const { hash, ...rest } = event;
      const fits =
        event.seq === seq + 1 && event.previousHash === previous && (await eventHash(rest)) === hash;
      if (!fits)
        return {
          chain,
          events: seq,
          ok: false,
          head: previous === GENESIS ? null : previous,
          brokenAt: event.seq,
        };
      seq = event.seq;
      previous = hash;
    }
    if (slice.length < SLICE) return { chain, events: seq, ok: true, head: seq === 0 ? null : previous };
  }
}
