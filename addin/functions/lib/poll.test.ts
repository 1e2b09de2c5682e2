import { describe, expect, it } from "vitest";
import {
  createPoll,
  delayAfter,
  FAILED_LIMIT_MS,
  FIRST_MS,
  GATHER_MS,
  QUIET_LIMIT_MS,
  type PollAnswer,
  type PollNews,
} from "./poll.ts";

/** A world whose time passes when the test says so. */
function world(answer: (key: string, round: number) => PollAnswer<string>) {
  let now = 0;
  let timers: { at: number; run: () => void }[] = [];
  const asked: { key: string; at: number }[] = [];
  const poll = createPoll<string>({
    ask: (key) => {
      asked.push({ key, at: now });
      return Promise.resolve(answer(key, asked.length));
    },
    later: (run, ms) => {
      const timer = { at: now + ms, run };
      timers.push(timer);
      return () => (timers = timers.filter((other) => other !== timer));
    },
    random: () => 1 - Number.EPSILON,
  });
  const settle = async () => {
    for (let i = 0; i < 50; i += 1) await Promise.resolve();
  };
  const pass = async (ms: number) => {
    const end = now + ms;
    for (;;) {
      const next = timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
      if (next === undefined) break;
      timers = timers.filter((timer) => timer !== next);
      now = next.at;
      next.run();
      await settle();
    }
    now = end;
  };
  return { poll, asked, pass, waiting: () => timers.length };
}

const value = (text: string): PollAnswer<string> => ({ kind: "value", value: text });

describe("the shared poll", () => {
  it("asks once a round for any number of cells of one submission", async () => {
    const { poll, asked, pass, waiting } = world(() => value("submitted"));
    const heard: PollNews<string>[] = [];
    for (let i = 0; i < 1000; i += 1) poll.watch("a", (news) => heard.push(news));
    poll.watch("b", (news) => heard.push(news));
    expect(waiting()).toBe(1);
    await pass(GATHER_MS);
    expect(asked.map(({ key }) => key)).toEqual(["a", "b"]);
    expect(heard).toHaveLength(1001);
    await pass(FIRST_MS);
    expect(asked).toHaveLength(4);
    expect(heard, "no news, nothing told").toHaveLength(1001);
  });

  it("tells a later cell at once what is known, without a question", async () => {
    const { poll, asked, pass } = world(() => value("returned"));
    poll.watch("a", () => undefined);
    await pass(GATHER_MS);
    const heard: unknown[] = [];
    poll.watch("a", (news) => heard.push(news));
    expect(heard).toEqual([{ kind: "value", value: "returned", stale: false }]);
    expect(asked).toHaveLength(1);
  });

  it("slows down while nothing changes and starts anew with news", async () => {
    const { poll, asked, pass } = world((_, round) => value(round < 6 ? "submitted" : "accepted"));
    poll.watch("a", () => undefined);
    await pass(1_000_000);
    const gaps = asked.slice(1).map(({ at }, i) => Math.round((at - (asked[i]?.at ?? 0)) / 1000));
    expect(gaps.slice(0, 6)).toEqual([20, 30, 45, 68, 101, 20]);
  });

  it("doubles the wait while the server is silent, keeps the last state, and asks nobody else in that round", async () => {
    let online = true;
    const { poll, asked, pass } = world(() => (online ? value("submitted") : { kind: "offline" }));
    const heard: PollNews<string>[] = [];
    poll.watch("a", (news) => heard.push(news));
    poll.watch("b", () => undefined);
    await pass(GATHER_MS);
    online = false;
    await pass(FIRST_MS);
    expect(asked.map(({ key }) => key)).toEqual(["a", "b", "a"]);
    expect(heard.at(-1)).toEqual({ kind: "value", value: "submitted", stale: true });
    await pass(10_000_000);
    const failed = asked.slice(2);
    const gaps = failed.slice(1).map(({ at }, i) => Math.round((at - (failed[i]?.at ?? 0)) / 1000));
    expect(gaps.slice(0, 7)).toEqual([40, 80, 160, 320, 640, 900, 900]);
    online = true;
    await pass(FAILED_LIMIT_MS);
    expect(heard.at(-1)).toEqual({ kind: "value", value: "submitted", stale: false });
  });

  it("does not let new cells hurry a silent server, and heeds its wish", async () => {
    const { poll, asked, pass } = world(() => ({ kind: "offline", retryAfterMs: 120_000 }));
    poll.watch("a", () => undefined);
    await pass(GATHER_MS);
    const heard: unknown[] = [];
    poll.watch("b", (news) => heard.push(news));
    expect(heard).toEqual([{ kind: "offline" }]);
    await pass(119_000);
    expect(asked).toHaveLength(1);
    await pass(2_000);
    expect(asked).toHaveLength(2);
  });

  it("asks no more about what the server does not know, until woken", async () => {
    const { poll, asked, pass, waiting } = world((_, round) =>
      round === 1 ? { kind: "refused", error: new Error("không có"), final: true } : value("accepted"),
    );
    const heard: PollNews<string>[] = [];
    poll.watch("a", (news) => heard.push(news));
    await pass(5_000_000);
    expect(asked).toHaveLength(1);
    expect(waiting()).toBe(0);
    poll.wake();
    await pass(GATHER_MS);
    expect(heard.map(({ kind }) => kind)).toEqual(["refused", "value"]);
  });

  it("stops when the last cell goes", async () => {
    const { poll, asked, pass, waiting } = world(() => value("submitted"));
    const stop = [poll.watch("a", () => undefined), poll.watch("a", () => undefined)];
    await pass(GATHER_MS);
    stop[0]?.();
    expect(waiting()).toBe(1);
    stop[1]?.();
    expect(waiting()).toBe(0);
    await pass(1_000_000);
    expect(asked).toHaveLength(1);
  });

  it("asks about a cell that appears during a round right after it", async () => {
    const { poll, asked, pass } = world((key) => {
      if (key === "a" && asked.length === 1) poll.watch("b", () => undefined);
      return value("submitted");
    });
    poll.watch("a", () => undefined);
    await pass(2 * GATHER_MS);
    expect(asked.map(({ key }) => key)).toContain("b");
  });
});

describe("the wait", () => {
  it("spreads machines over half of it and stays within its bounds", () => {
    expect(delayAfter({ quiet: 0, failed: 0 }, 0)).toBe(FIRST_MS / 2);
    expect(delayAfter({ quiet: 0, failed: 0 }, 0.5)).toBe(FIRST_MS * 0.75);
    expect(delayAfter({ quiet: 500, failed: 0 }, 1)).toBe(QUIET_LIMIT_MS);
    expect(delayAfter({ quiet: 9, failed: 2000 }, 1)).toBe(FAILED_LIMIT_MS);
    expect(delayAfter({ quiet: 0, failed: 1, retryAfterMs: 999_999 }, 0)).toBe(999_999);
  });
});
