/** Clients that send their orders through a bad network until each has its receipt, always with the same key. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Receipt } from "../../shared/contract/submission.ts";
import { call, type Reply } from "./http.ts";
import type { Order } from "./workbooks.ts";

export interface Acknowledged {
  readonly order: Order;
  readonly receipt: Receipt;
  /** The answer, byte for byte. */
  readonly text: string;
}

export interface Tally {
  readonly acknowledged: Acknowledged[];
  attempts: number;
  /** Tries that ended without an answer. */
  lost: number;
  /** Answers with a 5xx, by what they say: the service's own code, or that of the server around it. */
  readonly errors: Map<string, number>;
  /** Answers that said: received before. */
  repeated: number;
}

export interface Sending {
  /** Where to send now: the service may have moved after a restart. */
  readonly port: () => number;
  readonly tokens: ReadonlyMap<string, string>;
  readonly random: () => number;
  readonly onAcknowledged: (count: number) => void;
}

const MOST_TRIES = 500;
const LONGEST_PAUSE_MS = 1500;

function kindOf({ status, text }: Reply): string {
  const code = /"code":"([a-z-]+)"/.exec(text)?.[1];
  return code === undefined
    ? `${status} (không phải của dịch vụ / not the service's own)`
    : `${status} ${code}`;
}

function count(counts: Map<string, number>, kind: string): void {
  counts.set(kind, (counts.get(kind) ?? 0) + 1);
}

/** Another answer than a receipt or a passing failure is a defect of the service: it throws. */
async function sendOne(order: Order, sending: Sending, tally: Tally): Promise<void> {
  const token = sending.tokens.get(order.personId) ?? "";
  const headers = { "idempotency-key": order.key };
  for (let tries = 1; tries <= MOST_TRIES; tries += 1) {
    tally.attempts += 1;
    const reply = await call(sending.port(), "/api/v1/submissions", {
      method: "POST",
      token,
      headers,
      body: order.body,
    }).catch(() => null);
    if (reply !== null && (reply.status === 201 || reply.status === 200)) {
      if (reply.status === 200) tally.repeated += 1;
      const receipt = JSON.parse(reply.text) as Receipt;
      tally.acknowledged.push({ order, receipt, text: reply.text });
      return sending.onAcknowledged(tally.acknowledged.length);
    }
    if (reply === null) tally.lost += 1;
    else if (reply.status >= 500) count(tally.errors, kindOf(reply));
    else throw new Error(`${order.key}: ${reply.status} ${reply.text.slice(0, 300)}`);
    await sleep(Math.min(LONGEST_PAUSE_MS, 50 * tries) * (0.5 + sending.random()));
  }
  throw new Error(`${order.key}: no receipt after ${MOST_TRIES} tries`);
}

export async function sendAll(orders: readonly Order[], clients: number, sending: Sending): Promise<Tally> {
  const tally: Tally = { acknowledged: [], attempts: 0, lost: 0, errors: new Map(), repeated: 0 };
  const client = async (first: number): Promise<void> => {
    for (let at = first; at < orders.length; at += clients) {
      const order = orders[at];
      if (order !== undefined) await sendOne(order, sending, tally);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, first) => client(first)));
  return tally;
}
