/**
 * Checking a hash-chained log, event by event: no gaps, every event's own hash right, every seal over the one before.
 * The server and `kc verify-log` use the same steps; only the hash function differs.
 */
import { z } from "zod";
import { canonicalJson } from "../kernel/canonical.ts";
import { EventSchema, type ChainCheck } from "./event.ts";

export const LinkedEventSchema = EventSchema.extend({
  /** Null while its seal is still to be written. */
  seal: z.string().nullable(),
}).meta({ id: "LinkedEvent" });
export type LinkedEvent = z.infer<typeof LinkedEventSchema>;

/** An event about a file the reader may not see: its hash keeps the chain whole and tells nothing. */
export const HiddenEventSchema = z
  .strictObject({
    chain: z.string(),
    seq: z.number().int().min(1),
    hash: z.string(),
    seal: z.string().nullable(),
  })
  .meta({ id: "HiddenEvent" });
export type HiddenEvent = z.infer<typeof HiddenEventSchema>;

/** One line of an exported log. */
export type ExportedEvent = LinkedEvent | HiddenEvent;

export interface Seal {
  readonly seq: number;
  readonly hash: string;
}

/** Stands before the first link of every chain. */
export const GENESIS: Seal = { seq: 0, hash: "0".repeat(64) };

/** sha256 of the UTF-8 bytes, in hex. */
export type Hasher = (text: string) => Promise<string> | string;

/** What the hash of a link covers: the link before it, and the event at its place. */
export function linkText(previous: Seal, eventHash: string): string {
  return `${previous.hash}${eventHash}`;
}

export async function linkOf(hash: Hasher, previous: Seal, eventHash: string): Promise<string> {
  return hash(linkText(previous, eventHash));
}

function isHidden(event: ExportedEvent): event is HiddenEvent {
  return !("submissionId" in event);
}

async function fits(hash: Hasher, event: ExportedEvent, previous: Seal): Promise<boolean> {
  const { seal, seq, hash: own, ...content } = event;
  if (seq !== previous.seq + 1) return false;
  if (!isHidden(event) && (await hash(canonicalJson(content))) !== own) return false;
  return seal === null || seal === (await linkOf(hash, previous, own));
}

/** A walk along one chain; give it the events oldest first. */
export class ChainWalk {
  readonly chain: string;
  private readonly hash: Hasher;
  private previous: Seal = GENESIS;
  private unsealed = 0;
  /** Events whose content was not shown; only their place in the chain is proved. */
  hidden = 0;
  private brokenAt: number | null = null;
  private readonly seals = new Map<number, string>();
  private readonly wanted: ReadonlySet<number>;

  /** `wanted`: places whose seals are asked for afterwards, e.g. those receipts name. */
  constructor(chain: string, hash: Hasher, wanted: readonly number[] = []) {
    this.chain = chain;
    this.hash = hash;
    this.wanted = new Set(wanted);
  }

  /** Place to read on from. */
  get seq(): number {
    return this.previous.seq;
  }

  /** False once the chain is broken: later events prove nothing. */
  async add(event: ExportedEvent): Promise<boolean> {
    if (this.brokenAt !== null) return false;
    const gap = event.seal !== null && this.unsealed > 0;
    if (gap || event.chain !== this.chain || !(await fits(this.hash, event, this.previous))) {
      this.brokenAt = event.seq;
      return false;
    }
    this.previous = { seq: event.seq, hash: await linkOf(this.hash, this.previous, event.hash) };
    if (event.seal === null) this.unsealed += 1;
    if (isHidden(event)) this.hidden += 1;
    if (this.wanted.has(event.seq)) this.seals.set(event.seq, this.previous.hash);
    return true;
  }

  /** The link at a wanted place; the genesis link at 0; undefined when the chain does not reach it. */
  linkAt(seq: number): string | undefined {
    return seq === 0 ? GENESIS.hash : this.seals.get(seq);
  }

  result(): ChainCheck {
    return {
      chain: this.chain,
      events: this.previous.seq,
      unsealed: this.unsealed,
      ok: this.brokenAt === null,
      head: this.previous.seq === 0 ? null : this.previous.hash,
      ...(this.brokenAt === null ? {} : { brokenAt: this.brokenAt }),
    };
  }
}
