/** The queue of this browser at work: sends what waits when there is a network and a person, and tells the views. */
import { ApiProblem, sendSubmission } from "../api.ts";
import { readSession, SESSION_EVENT } from "../auth.ts";
import { sendOnTop, tryNow, wake, mayDrop, type Failure, type NewItem, type QueueItem } from "./queue.ts";
import { drain, enqueue, type Outcome, type QueueWorld } from "./queue-runner.ts";
import { openQueue, type WatchedStore } from "./queue-store.ts";

export const QUEUE_EVENT = "kc-queue";
const LOCK = "kc-queue";
/** Timers sleep with the computer: the queue is looked at this often whatever the plan says. */
const LONGEST_SLEEP_MS = 60_000;

function failureOf(error: unknown): Failure {
  if (error instanceof ApiProblem) {
    const { status, local, problem, retryAfterSeconds } = error;
    return { status, local, problem, retryAfterSeconds };
  }
  console.error(error);
  return { status: 0, local: "unreadable", problem: null, retryAfterSeconds: null };
}

async function send(item: QueueItem): Promise<Outcome> {
  if (item.envelope === null) throw new Error("nothing to send");
  try {
    return { receipt: await sendSubmission(item.envelope, item.key, item.ifMatch) };
  } catch (error) {
    return { failure: failureOf(error) };
  }
}

/** One window at a time; where the browser has no locks the key alone guards against doubles. */
function exclusive<T>(work: () => Promise<T>): Promise<T> {
  const { locks } = navigator as Partial<Pick<Navigator, "locks">>;
  return locks === undefined ? work() : (locks.request(LOCK, work) as Promise<T>);
}

class QueueHere {
  items: readonly QueueItem[] = [];
  /** False: closing the window loses what waits; said to the person. */
  durable = true;
  #store: Promise<WatchedStore> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running = false;
  #again = false;

  get online(): boolean {
    return navigator.onLine;
  }

  /** Called once the pane stands; what waited since the last time leaves by itself. */
  start(): void {
    window.addEventListener("online", () => void this.#wake());
    window.addEventListener("offline", () => this.#tell());
    window.addEventListener(SESSION_EVENT, () => void this.#wake());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") void this.#run();
    });
    void this.#wake();
  }

  /** Kept when this resolves; from then on it leaves whenever it can, also after closing Excel. */
  async add(parts: NewItem): Promise<QueueItem> {
    const store = await this.#open();
    if (store.durable) void navigator.storage?.persist?.().catch(() => false);
    const item = await enqueue(this.#world(store), parts);
    await this.#reload();
    void this.#run();
    return item;
  }

  async tryNow(key: string): Promise<void> {
    await this.#change(key, (item) => tryNow(item, Date.now()));
  }

  async sendOnTop(key: string, etag: string): Promise<void> {
    await this.#change(key, (item) => sendOnTop(item, etag, Date.now()));
  }

  async drop(key: string): Promise<void> {
    await (await this.#open()).drop(key, mayDrop);
  }

  async #change(key: string, change: (item: QueueItem) => QueueItem): Promise<void> {
    await (await this.#open()).change(key, change);
    void this.#run();
  }

  #open(): Promise<WatchedStore> {
    this.#store ??= openQueue().then((store) => {
      this.durable = store.durable;
      store.onChange(() => void this.#reload());
      return store;
    });
    return this.#store;
  }

  async #reload(): Promise<void> {
    const items = await (await this.#open()).all();
    this.items = items.sort((a, b) => a.createdAt - b.createdAt);
    this.#tell();
  }

  async #wake(): Promise<void> {
    const store = await this.#open();
    await this.#reload();
    if (navigator.onLine) {
      const now = Date.now();
      for (const { key, state } of this.items)
        if (state === "waiting") await store.change(key, (item) => wake(item, now, Math.random()));
    }
    await this.#run();
  }

  #world(store: WatchedStore): QueueWorld {
    const sender = () => (navigator.onLine ? (readSession()?.person.id ?? null) : null);
    return { store, send, exclusive, sender, now: () => Date.now(), dice: () => Math.random() };
  }

  async #run(): Promise<void> {
    this.#again = true;
    if (this.#running) return;
    this.#running = true;
    clearTimeout(this.#timer);
    let next: number | null = null;
    try {
      const world = this.#world(await this.#open());
      while (this.#again) {
        this.#again = false;
        next = await drain(world);
      }
    } catch (error) {
      console.error(error);
      next = Date.now() + LONGEST_SLEEP_MS;
    } finally {
      this.#running = false;
    }
    if (next === null) return;
    const pause = Math.min(Math.max(next - Date.now(), 0), LONGEST_SLEEP_MS);
    this.#timer = setTimeout(() => void this.#run(), pause);
  }

  #tell(): void {
    window.dispatchEvent(new Event(QUEUE_EVENT));
  }
}

export const queueHere = new QueueHere();
