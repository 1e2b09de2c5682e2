/**
 * Sends what is due, one after another, and writes every step down before and after it happens. Only one window at a
 * time works on the queue; the others see what it does through the store.
 */
import type { Receipt } from "../../../shared/contract/submission.ts";
import {
  acknowledge,
  begin,
  fail,
  mayDrop,
  newItem,
  nextDue,
  nextTime,
  oldReceipts,
  recover,
  twinOf,
  type Failure,
  type NewItem,
  type QueueItem,
} from "./queue.ts";

export interface QueueStore {
  all(): Promise<QueueItem[]>;
  /** Durable when it resolves. One transaction: when `twin` finds one among what is there, that one is given back. */
  add(item: QueueItem, twin: (items: readonly QueueItem[]) => QueueItem | null): Promise<QueueItem>;
  /** One transaction: nobody writes between reading and writing. Null: no such item, or `change` gave null. */
  change(key: string, change: (item: QueueItem) => QueueItem | null): Promise<QueueItem | null>;
  /** One transaction; false when the item is not to be dropped now. */
  drop(key: string, may: (item: QueueItem) => boolean): Promise<boolean>;
}

export type Outcome = { readonly receipt: Receipt } | { readonly failure: Failure };

export interface QueueWorld {
  readonly store: QueueStore;
  /** Never throws. */
  send(item: QueueItem): Promise<Outcome>;
  /** Runs the work while no other window runs one. */
  exclusive<T>(work: () => Promise<T>): Promise<T>;
  /** Whose items may leave now; null: nobody is signed in, or there is no network. */
  sender(): string | null;
  now(): number;
  /** In [0, 1). */
  dice(): number;
}

/** The item is kept when this resolves; from now on it may be sent at any moment, by any window. */
export function enqueue(world: QueueWorld, parts: NewItem): Promise<QueueItem> {
  return world.store.add(newItem(parts, world.now()), (items) =>
    twinOf(items, parts.bodyHash, parts.personId),
  );
}

/** False: the store did not let it go. */
async function sendOne(world: QueueWorld, key: string): Promise<boolean> {
  const leaving = await world.store.change(key, begin);
  if (leaving === null) return false;
  const outcome = await world.send(leaving);
  if ("receipt" in outcome) {
    await world.store.change(key, (item) => acknowledge(item, outcome.receipt));
    return true;
  }
  await world.store.change(key, (item) => fail(item, outcome.failure, world.now(), world.dice()));
  return true;
}

async function recoverAll(world: QueueWorld, items: readonly QueueItem[]): Promise<void> {
  for (const { key, state } of items)
    if (state === "sending") await world.store.change(key, (item) => recover(item, world.now()));
}

/**
 * Sends everything that is due. Whoever holds the lock knows that nobody else is sending, so what is still marked as
 * on its way was left by a window that is gone. Resolves with the time to come again; null: nothing waits.
 */
export function drain(world: QueueWorld): Promise<number | null> {
  return world.exclusive(async () => {
    await recoverAll(world, await world.store.all());
    const stuck = new Set<string>();
    for (;;) {
      const sender = world.sender();
      if (sender === null) return null;
      const items = (await world.store.all()).filter(({ key }) => !stuck.has(key));
      const due = nextDue(items, sender, world.now());
      if (due === null) {
        for (const { key } of oldReceipts(items)) await world.store.drop(key, mayDrop);
        return nextTime(items, sender);
      }
      if (!(await sendOne(world, due.key))) stuck.add(due.key);
    }
  });
}
