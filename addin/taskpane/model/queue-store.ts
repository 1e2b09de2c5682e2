/** The queue in IndexedDB: survives closing Excel; every window of this browser sees the same one. */
import type { QueueItem } from "./queue.ts";
import type { QueueStore } from "./queue-runner.ts";

const DATABASE = "kc-queue";
const ITEMS = "items";
const CHANNEL = "kc-queue";

type FindTwin = Parameters<QueueStore["add"]>[1];

function finished<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.addEventListener("success", () => resolve(request.result));
    request.addEventListener("error", () => reject(request.error ?? new Error("storage failed")));
  });
}

function open(): Promise<IDBDatabase> {
  const request = indexedDB.open(DATABASE, 1);
  request.addEventListener("upgradeneeded", () => {
    request.result.createObjectStore(ITEMS, { keyPath: "key" });
  });
  return finished(request);
}

/** Resolves when the transaction is on the disk, not merely when its requests have been answered. */
async function inTransaction<T>(
  database: IDBDatabase,
  mode: IDBTransactionMode,
  work: (items: IDBObjectStore) => Promise<T>,
): Promise<T> {
  const transaction = database.transaction(ITEMS, mode, { durability: "strict" });
  const done = new Promise<void>((resolve, reject) => {
    transaction.addEventListener("complete", () => resolve());
    transaction.addEventListener("abort", () => reject(transaction.error ?? new Error("storage failed")));
  });
  const [result] = await Promise.all([work(transaction.objectStore(ITEMS)), done]);
  return result;
}

export interface WatchedStore extends QueueStore {
  /** False: this browser keeps nothing for us; the queue lives as long as the window. */
  readonly durable: boolean;
  /** Called after every change, also of other windows. */
  onChange(listener: () => void): void;
}

function read(items: IDBObjectStore, key: string): Promise<QueueItem | undefined> {
  return finished(items.get(key) as IDBRequest<QueueItem | undefined>);
}

class IndexedQueue implements WatchedStore {
  readonly durable = true;
  readonly #database: IDBDatabase;
  readonly #channel = new BroadcastChannel(CHANNEL);
  readonly #listeners = new Set<() => void>();

  constructor(database: IDBDatabase) {
    this.#database = database;
    this.#channel.addEventListener("message", () => this.#tell());
    // A window of a later release wants to change the database: it must not wait for this one.
    database.addEventListener("versionchange", () => database.close());
  }

  onChange(listener: () => void): void {
    this.#listeners.add(listener);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }

  #changed(): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has no other origin
    this.#channel.postMessage("changed");
    this.#tell();
  }

  all(): Promise<QueueItem[]> {
    return inTransaction(this.#database, "readonly", (items) =>
      finished(items.getAll() as IDBRequest<QueueItem[]>),
    );
  }

  async add(item: QueueItem, twin: FindTwin): Promise<QueueItem> {
    const kept = await inTransaction(this.#database, "readwrite", async (items) => {
      const there = twin(await finished(items.getAll() as IDBRequest<QueueItem[]>));
      if (there === null) items.add(item);
      return there ?? item;
    });
    this.#changed();
    return kept;
  }

  async change(key: string, change: (item: QueueItem) => QueueItem | null): Promise<QueueItem | null> {
    const after = await inTransaction(this.#database, "readwrite", async (items) => {
      const before = await read(items, key);
      const next = before === undefined ? null : change(before);
      if (next !== null && next !== before) items.put(next);
      return next;
    });
    this.#changed();
    return after;
  }

  async drop(key: string, may: (item: QueueItem) => boolean): Promise<boolean> {
    const dropped = await inTransaction(this.#database, "readwrite", async (items) => {
      const item = await read(items, key);
      if (item === undefined || !may(item)) return false;
      items.delete(key);
      return true;
    });
    this.#changed();
    return dropped;
  }
}

/** Where storage is forbidden a sending still works, as long as the window stays open. */
export class MemoryQueue implements WatchedStore {
  readonly durable = false;
  readonly #items = new Map<string, QueueItem>();
  readonly #listeners = new Set<() => void>();

  onChange(listener: () => void): void {
    this.#listeners.add(listener);
  }

  #changed(): void {
    for (const listener of this.#listeners) listener();
  }

  all(): Promise<QueueItem[]> {
    return Promise.resolve([...this.#items.values()]);
  }

  add(item: QueueItem, twin: FindTwin): Promise<QueueItem> {
    const kept = twin([...this.#items.values()]) ?? item;
    this.#items.set(kept.key, kept);
    this.#changed();
    return Promise.resolve(kept);
  }

  change(key: string, change: (item: QueueItem) => QueueItem | null): Promise<QueueItem | null> {
    const before = this.#items.get(key);
    const next = before === undefined ? null : change(before);
    if (next !== null) this.#items.set(key, next);
    this.#changed();
    return Promise.resolve(next);
  }

  drop(key: string, may: (item: QueueItem) => boolean): Promise<boolean> {
    const item = this.#items.get(key);
    const dropped = item !== undefined && may(item) && this.#items.delete(key);
    this.#changed();
    return Promise.resolve(dropped);
  }
}

export async function openQueue(): Promise<WatchedStore> {
  try {
    return new IndexedQueue(await open());
  } catch {
    return new MemoryQueue();
  }
}
