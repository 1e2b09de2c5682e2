/**
 * What one sending goes through until the service has given its receipt. Pure: the time and the dice are arguments.
 * The key is made once, with the item, and never changes: however often the item leaves, the service takes it once.
 */
import type { Problem } from "../../../shared/contract/problem.ts";
import type { Receipt, SubmissionEnvelope } from "../../../shared/contract/submission.ts";

export interface QueueItem {
  /** Idempotency key, also the item's own name. */
  readonly key: string;
  /** sha256 (hex) of the canonical envelope. */
  readonly bodyHash: string;
  readonly personId: string;
  readonly personName: string;
  readonly provinceName: string;
  readonly year: number | null;
  readonly supportDong: number;
  /** Milliseconds since 1970, as all times here. */
  readonly createdAt: number;
  /** Null once the receipt is here: the workbook need not be kept twice. */
  readonly envelope: SubmissionEnvelope | null;
  /** The version of the earlier submission that this one corrects; null for a new one. */
  readonly ifMatch: string | null;
  /** waiting: for its time · sending: on its way · sent: receipt here · conflict, refused: a person has to decide */
  readonly state: "waiting" | "sending" | "sent" | "conflict" | "refused";
  readonly tries: number;
  readonly nextAt: number;
  /** Of the last try that failed. */
  readonly failure: Failure | null;
  readonly receipt: Receipt | null;
}

/** Why a try did not end with a receipt. `local`: the service was not reached, or not understood. */
export interface Failure {
  readonly status: number;
  readonly local: "network" | "timeout" | "unreadable" | null;
  readonly problem: Problem | null;
  /** Of a Retry-After header, when there was one. */
  readonly retryAfterSeconds: number | null;
}

export type NewItem = Pick<
  QueueItem,
  "key" | "bodyHash" | "personId" | "personName" | "provinceName" | "year" | "supportDong" | "ifMatch"
> & { readonly envelope: SubmissionEnvelope };

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 5 * 60_000;
/** When a whole office comes back at once, not everybody knocks in the same second. */
const WAKE_SPREAD_MS = 3_000;
const KEPT_RECEIPTS = 10;

export function newItem(parts: NewItem, now: number): QueueItem {
  return {
    ...parts,
    createdAt: now,
    state: "waiting",
    tries: 0,
    nextAt: now,
    failure: null,
    receipt: null,
  };
}

/** The same workbook of the same person that still waits: pressing “send” twice is one sending. */
export function twinOf(items: readonly QueueItem[], bodyHash: string, personId: string): QueueItem | null {
  const same = (item: QueueItem) => item.bodyHash === bodyHash && item.personId === personId;
  return items.find((item) => same(item) && (item.state === "waiting" || item.state === "sending")) ?? null;
}

/** Doubles from 2 s to 5 min; half of it by chance. `dice` is in [0, 1). */
export function waitAfter(tries: number, dice: number): number {
  const whole = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(tries - 1, 20));
  return Math.round(whole / 2 + (whole / 2) * dice);
}

/** The next one of this person whose time has come; first in, first out. */
export function nextDue(items: readonly QueueItem[], personId: string, now: number): QueueItem | null {
  return (
    items
      .filter((item) => item.state === "waiting" && item.personId === personId && item.nextAt <= now)
      .sort((a, b) => a.createdAt - b.createdAt || (a.key < b.key ? -1 : 1))[0] ?? null
  );
}

/** When to look again; null when nothing of this person waits. */
export function nextTime(items: readonly QueueItem[], personId: string): number | null {
  const times = items
    .filter((item) => item.state === "waiting" && item.personId === personId)
    .map((item) => item.nextAt);
  return times.length === 0 ? null : Math.min(...times);
}

/** Null when the item is not for sending now: somebody else has moved it on in the meantime. */
export function begin(item: QueueItem): QueueItem | null {
  return item.state === "waiting" && item.envelope !== null
    ? { ...item, state: "sending", tries: item.tries + 1 }
    : null;
}

/** A receipt counts whatever the item's state: what the service has acknowledged is never lost again. */
export function acknowledge(item: QueueItem, receipt: Receipt): QueueItem {
  return { ...item, state: "sent", receipt, envelope: null, failure: null };
}

function isConflict({ problem }: Failure): boolean {
  return problem !== null && (problem.code === "edit-conflict" || problem.code === "state-conflict");
}

/** Sending the same request again may still succeed. */
export function isPassing({ local, status }: Failure): boolean {
  return local !== null || status >= 500 || status === 429 || status === 401 || status === 408;
}

export function fail(item: QueueItem, failure: Failure, now: number, dice: number): QueueItem {
  if (item.state === "sent") return item;
  if (isConflict(failure)) return { ...item, state: "conflict", failure };
  if (!isPassing(failure)) return { ...item, state: "refused", failure };
  const asked = (failure.retryAfterSeconds ?? 0) * 1000;
  const wait = Math.max(asked, waitAfter(item.tries, dice));
  return { ...item, state: "waiting", failure, nextAt: now + wait };
}

/** After a crash nobody knows whether the request arrived; the same key makes asking again harmless. */
export function recover(item: QueueItem, now: number): QueueItem {
  return item.state === "sending" ? { ...item, state: "waiting", nextAt: now } : item;
}

/** The network is back, or somebody signed in: no need to wait out the pause. */
export function wake(item: QueueItem, now: number, dice: number): QueueItem {
  if (item.state !== "waiting") return item;
  const soon = item.tries === 0 ? now : now + Math.round(WAKE_SPREAD_MS * dice);
  return { ...item, nextAt: Math.min(item.nextAt, soon) };
}

export function tryNow(item: QueueItem, now: number): QueueItem {
  return item.state === "waiting" || item.state === "refused" || item.state === "conflict"
    ? { ...item, state: "waiting", nextAt: now }
    : item;
}

/**
 * The person has seen what the service holds and puts theirs on top of it. The key stays: the conflict says that the
 * service has kept nothing under it, and were that ever wrong, the answer would be the receipt.
 */
export function sendOnTop(item: QueueItem, etag: string, now: number): QueueItem {
  return item.state === "conflict" ? { ...item, ifMatch: etag, state: "waiting", nextAt: now } : item;
}

/** While a request is on its way the item stays: its receipt needs a place to go. */
export function mayDrop(item: QueueItem): boolean {
  return item.state !== "sending";
}

/** The service may hold it although no receipt came back: dropping it then needs a warning. */
export function mayBeStored(item: QueueItem): boolean {
  return item.state === "waiting" && item.tries > 0;
}

/** Receipts beyond the newest few, whose items can go. */
export function oldReceipts(items: readonly QueueItem[]): QueueItem[] {
  const sent = items.filter((item) => item.state === "sent");
  return sent.sort((a, b) => b.createdAt - a.createdAt).slice(KEPT_RECEIPTS);
}

export function isOpen(item: QueueItem): boolean {
  return item.state !== "sent";
}
