/** The queue under every order of lost requests, lost answers, crashes, several windows and impatient people. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Receipt, SubmissionEnvelope } from "../../../shared/contract/submission.ts";
import {
  acknowledge,
  begin,
  fail,
  isPassing,
  mayBeStored,
  mayDrop,
  newItem,
  nextTime,
  oldReceipts,
  recover,
  sendOnTop,
  tryNow,
  wake,
  waitAfter,
  type Failure,
  type NewItem,
  type QueueItem,
} from "./queue.ts";
import { drain, enqueue, type Outcome, type QueueStore, type QueueWorld } from "./queue-runner.ts";
import { MemoryQueue } from "./queue-store.ts";

const NETWORK: Failure = { status: 0, local: "network", problem: null, retryAfterSeconds: null };

function problemOf(status: number, code: string): Failure {
  const problem = { type: `/api/docs#${code}`, title: code, status, detail: code, code };
  return { status, local: null, problem, retryAfterSeconds: null };
}

function parts(name: string, personId = "soan-22"): NewItem {
  return {
    key: `key-${name}`,
    bodyHash: `hash-${name}`,
    personId,
    personName: "Người soạn",
    provinceName: "Quảng Ninh",
    year: 2018,
    supportDong: 1,
    ifMatch: null,
    envelope: { workbook: { sheets: [] } } as unknown as SubmissionEnvelope,
  };
}

function receiptFor(key: string): Receipt {
  return { id: `hs_${key}`, revision: 1 } as Receipt;
}

/** Thrown where the program dies: nothing after it happens, and the next program starts from the store alone. */
class Crash extends Error {}

const FATES = [
  "arrives",
  "request-lost",
  "answer-lost",
  "busy",
  "signed-out",
  "crash-before",
  "crash-after",
] as const;
type Fate = (typeof FATES)[number];

/** The service as the network shows it: what it stored, under which keys, for which contents. */
class Service {
  readonly stored = new Map<string, string>();
  readonly keysSeen = new Map<string, Set<string>>();
  fates: Fate[] = [];

  #receive(item: QueueItem): Receipt {
    const keys = this.keysSeen.get(item.bodyHash) ?? new Set();
    this.keysSeen.set(item.bodyHash, keys.add(item.key));
    const before = this.stored.get(item.key);
    if (before !== undefined && before !== item.bodyHash) throw new Error("one key for two contents");
    this.stored.set(item.key, item.bodyHash);
    return receiptFor(item.key);
  }

  send(item: QueueItem): Outcome {
    const fate = this.fates.shift() ?? "arrives";
    if (fate === "crash-before") throw new Crash();
    if (fate === "request-lost") return { failure: NETWORK };
    if (fate === "busy") return { failure: problemOf(503, "unavailable") };
    if (fate === "signed-out") return { failure: problemOf(401, "unauthenticated") };
    const receipt = this.#receive(item);
    if (fate === "crash-after") throw new Crash();
    return fate === "answer-lost" ? { failure: { ...NETWORK, local: "timeout" } } : { receipt };
  }
}

/** Dies at the n-th write: odd before it has happened, even after. */
class DyingStore implements QueueStore {
  readonly #inner: QueueStore;
  readonly #dyingAt: number;
  #writes = 0;
  constructor(inner: QueueStore, dyingAt: number) {
    this.#inner = inner;
    this.#dyingAt = dyingAt;
  }
  async #write<T>(work: () => Promise<T>): Promise<T> {
    this.#writes += 1;
    const last = this.#writes === this.#dyingAt;
    if (last && this.#dyingAt % 2 === 1) throw new Crash();
    const result = await work();
    if (last) throw new Crash();
    return result;
  }
  all() {
    return this.#inner.all();
  }
  add(item: QueueItem, twin: Parameters<QueueStore["add"]>[1]) {
    return this.#write(() => this.#inner.add(item, twin));
  }
  change(key: string, change: (item: QueueItem) => QueueItem | null) {
    return this.#write(() => this.#inner.change(key, change));
  }
  drop(key: string, may: (item: QueueItem) => boolean) {
    return this.#write(() => this.#inner.drop(key, may));
  }
}

/** One queue of one browser, with a clock of its own and one lock for all windows. */
function browser(service: Service) {
  const store = new MemoryQueue();
  let clock = 1_000_000;
  let lock: Promise<unknown> = Promise.resolve();
  const exclusive = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = lock.then(work);
    lock = mine.catch(() => undefined);
    return mine;
  };
  const window = (dyingAt = 0): QueueWorld => ({
    store: dyingAt === 0 ? store : new DyingStore(store, dyingAt),
    send: async (item) => {
      await Promise.resolve();
      return service.send(item);
    },
    exclusive,
    sender: () => "soan-22",
    now: () => clock,
    dice: () => 0.5,
  });
  return { store, window, later: (ms: number) => (clock += ms) };
}

async function untilCrash(work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => {
    if (!(error instanceof Crash)) throw error;
  });
}

type Step =
  | { readonly kind: "enqueue"; readonly name: number }
  | {
      readonly kind: "drain";
      readonly fates: readonly Fate[];
      readonly windows: number;
      readonly dyingAt: number;
    }
  | { readonly kind: "later"; readonly ms: number }
  | { readonly kind: "drop"; readonly name: number };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant("enqueue" as const), name: fc.integer({ min: 0, max: 4 }) }),
  fc.record({
    kind: fc.constant("drain" as const),
    fates: fc.array(fc.constantFrom(...FATES), { maxLength: 6 }),
    windows: fc.integer({ min: 1, max: 3 }),
    dyingAt: fc.integer({ min: 0, max: 6 }),
  }),
  fc.record({ kind: fc.constant("later" as const), ms: fc.integer({ min: 1, max: 400_000 }) }),
  fc.record({ kind: fc.constant("drop" as const), name: fc.integer({ min: 0, max: 4 }) }),
);

test("no order of losses, crashes and windows loses an acknowledged sending, doubles one, or uses two keys", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
      const service = new Service();
      const { store, window, later } = browser(service);
      const acknowledged = new Set<string>();
      const droppedUnsent = new Set<string>();
      const names = new Map<number, number>();
      let made = 0;
      for (const step of steps) {
        if (step.kind === "enqueue") {
          // A new key every time, as the pane makes it; the twin of a waiting item does not use it.
          const round = names.get(step.name) ?? 0;
          await enqueue(window(), { ...parts(`${step.name}-${round}`), key: `key-${(made += 1)}` });
        } else if (step.kind === "drain") {
          service.fates = [...step.fates];
          const windows = Array.from({ length: step.windows }, (_, i) => window(i === 0 ? step.dyingAt : 0));
          await Promise.all(windows.map((world) => untilCrash(drain(world))));
        } else if (step.kind === "later") later(step.ms);
        else {
          for (const item of await store.all()) {
            const round = names.get(step.name) ?? 0;
            if (item.bodyHash !== `hash-${step.name}-${round}` || !mayDrop(item) || item.state === "sent")
              continue;
            if (item.tries === 0) droppedUnsent.add(item.key);
            await store.drop(item.key, mayDrop);
            names.set(step.name, round + 1);
          }
        }
        for (const item of await store.all()) {
          if (item.state !== "sent") continue;
          expect(service.stored.has(item.key)).toBe(true);
          acknowledged.add(item.key);
          const [name = 0] = item.bodyHash.slice(5).split("-").map(Number);
          if (item.bodyHash === `hash-${name}-${names.get(name) ?? 0}`)
            names.set(name, (names.get(name) ?? 0) + 1);
        }
      }
      service.fates = [];
      for (let round = 0; round < 30; round += 1) {
        later(400_000);
        await drain(window());
      }
      const end = await store.all();
      expect(end.filter((item) => item.state !== "sent")).toEqual([]);
      for (const key of acknowledged)
        expect(end.find((item) => item.key === key)?.receipt ?? null, key).not.toBeNull();
      for (const keys of service.keysSeen.values()) expect(keys.size).toBe(1);
      for (const key of droppedUnsent) expect(service.stored.has(key)).toBe(false);
    }),
    { numRuns: 100 },
  );
});

test("pressing “send” twice while offline is one sending; the first key stays", async () => {
  const { window, store } = browser(new Service());
  const first = await enqueue(window(), parts("a"));
  const second = await enqueue(window(), { ...parts("a"), key: "key-other" });
  expect(second.key).toBe(first.key);
  expect(await store.all()).toHaveLength(1);
});

test("several windows send each item once", async () => {
  const service = new Service();
  const sent: string[] = [];
  const { window } = browser(service);
  for (const name of ["a", "b", "c"]) await enqueue(window(), parts(name));
  const counting = (): QueueWorld => {
    const world = window();
    return { ...world, send: (item) => (sent.push(item.key), world.send(item)) };
  };
  await Promise.all([drain(counting()), drain(counting()), drain(counting())]);
  expect(sent).toEqual(["key-a", "key-b", "key-c"]);
});

test("another person's items stay until that person is back", async () => {
  const service = new Service();
  const { window, store } = browser(service);
  await enqueue(window(), parts("theirs", "soan-01"));
  expect(await drain(window())).toBeNull();
  expect(service.stored.size).toBe(0);
  await drain({ ...window(), sender: () => "soan-01" });
  expect((await store.all())[0]?.state).toBe("sent");
});

test("waiting doubles from two seconds to five minutes, half of it by chance", () => {
  expect(waitAfter(1, 0)).toBe(1000);
  expect(waitAfter(1, 0.999)).toBeLessThanOrEqual(2000);
  expect(waitAfter(4, 0)).toBe(8000);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 500 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (tries, dice) => {
        const wait = waitAfter(tries, dice);
        expect(wait).toBeGreaterThanOrEqual(1000);
        expect(wait).toBeLessThanOrEqual(300_000);
        expect(waitAfter(tries + 1, dice)).toBeGreaterThanOrEqual(wait);
      },
    ),
  );
});

test("each answer leads where a person expects", () => {
  const waiting = newItem(parts("a"), 1000);
  const sending = begin(waiting) as QueueItem;
  expect([sending.state, sending.tries, begin(sending)]).toEqual(["sending", 1, null]);
  const lost = fail(sending, NETWORK, 5000, 0);
  expect([lost.state, lost.nextAt, mayBeStored(lost), mayBeStored(waiting)]).toEqual([
    "waiting",
    6000,
    true,
    false,
  ]);
  const asked = fail(sending, { ...problemOf(429, "too-many-requests"), retryAfterSeconds: 60 }, 5000, 0);
  expect([asked.state, asked.nextAt]).toEqual(["waiting", 65_000]);
  for (const code of ["edit-conflict", "state-conflict"])
    expect(fail(sending, problemOf(409, code), 0, 0).state).toBe("conflict");
  for (const [status, code] of [
    [422, "findings"],
    [409, "idempotency-conflict"],
    [403, "forbidden"],
    [413, "too-large"],
  ] as const)
    expect([code, fail(sending, problemOf(status, code), 0, 0).state]).toEqual([code, "refused"]);
  expect(isPassing(problemOf(401, "unauthenticated"))).toBe(true);
  const done = acknowledge(sending, receiptFor("a"));
  expect([done.state, done.envelope, fail(done, NETWORK, 0, 0)]).toEqual(["sent", null, done]);
  expect([recover(sending, 9).nextAt, recover(done, 9), mayDrop(sending)]).toEqual([9, done, false]);
});

test("a person may hurry an item; the network's return hurries it too, but not all in the same second", () => {
  const waiting = fail(begin(newItem(parts("a"), 0)) as QueueItem, NETWORK, 0, 0.5);
  const far = { ...waiting, nextAt: 200_000 };
  expect(tryNow(far, 7).nextAt).toBe(7);
  expect(wake(far, 1000, 0.5).nextAt).toBe(2500);
  expect(wake({ ...far, nextAt: 1200 }, 1000, 0.9).nextAt).toBe(1200);
  expect(wake({ ...far, tries: 0 }, 1000, 0.9).nextAt).toBe(1000);
  const conflict = fail(begin(newItem(parts("b"), 0)) as QueueItem, problemOf(412, "edit-conflict"), 0, 0);
  expect(wake(conflict, 1000, 0)).toBe(conflict);
  expect(sendOnTop(conflict, '"v4"', 50)).toMatchObject({
    key: "key-b",
    ifMatch: '"v4"',
    state: "waiting",
    nextAt: 50,
  });
  expect(sendOnTop(far, '"v4"', 50)).toBe(far);
  expect(nextTime([far, conflict], "soan-22")).toBe(200_000);
});

test("receipts beyond the newest ten make room", () => {
  const sent = Array.from({ length: 13 }, (_, i) =>
    acknowledge(newItem(parts(String(i)), i), receiptFor(String(i))),
  );
  expect(oldReceipts(sent).map((item) => item.createdAt)).toEqual([2, 1, 0]);
});
