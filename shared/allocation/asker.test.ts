import { describe, expect, it } from "vitest";
import { Asker, type Answered, type Open, type Posted } from "./asker.ts";
import { answerTo } from "./questions.ts";

const input = {
  budgetDong: 300,
  projects: [
    { id: "a", costDong: 200, value: 60 },
    { id: "b", costDong: 150, value: 40 },
  ],
};
const question = { kind: "explain", input, id: "b" } as const;

/** A worker one can hold back, let answer, or break. */
function worker() {
  const posted: Posted[] = [];
  let answered: (message: Answered) => void = () => undefined;
  let failed: () => void = () => undefined;
  let opened = 0;
  let ended = 0;
  const open: Open = (onAnswer, onFailure) => {
    opened += 1;
    [answered, failed] = [onAnswer, onFailure];
    return { post: (message) => posted.push(message), end: () => (ended += 1) };
  };
  const reply = () =>
    posted
      .splice(0)
      .forEach(({ id, question: asked }) => answered({ id, solver: true, answer: answerTo(asked, {}) }));
  return { open, reply, fail: () => failed(), counts: () => ({ opened, ended }) };
}

describe("Asker", () => {
  it("gives each question its own answer, and says whether the solver runs", async () => {
    const w = worker();
    const asker = new Asker(w.open);
    const both = Promise.all([asker.ask(question), asker.ask({ ...question, id: "a" })]);
    w.reply();
    const [b, a] = await both;
    expect(a).toMatchObject({ ok: true, value: { funded: true } });
    expect(b).toMatchObject({ ok: true, value: { funded: false } });
    expect(asker.solver).toBe(true);
    expect(w.counts()).toEqual({ opened: 1, ended: 0 });
  });

  it("ends the worker when cancelled and opens another for the next question", async () => {
    const w = worker();
    const asker = new Asker(w.open);
    const first = asker.ask(question);
    asker.cancel();
    expect(await first).toBeNull();
    const second = asker.ask(question);
    w.reply();
    expect(await second).toMatchObject({ ok: true });
    expect(w.counts()).toEqual({ opened: 2, ended: 1 });
  });

  it("answers by itself where no worker may run, or the one at hand breaks", async () => {
    const refused = new Asker(() => {
      throw new Error("no workers here");
    });
    expect(await refused.ask(question)).toMatchObject({ ok: true, value: { funded: false } });
    expect(refused.solver).toBe(false);
    const w = worker();
    const broken = new Asker(w.open);
    const open = broken.ask(question);
    w.fail();
    expect(await open).toMatchObject({ ok: true, value: { funded: false } });
    expect(await broken.ask(question)).toMatchObject({ ok: true });
    expect(w.counts()).toEqual({ opened: 1, ended: 1 });
  });
});
