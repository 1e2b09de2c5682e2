/** Asks the background worker; a newer question of the same kind, or `cancel`, ends the older one. */
import type { Answers, Question } from "../../../shared/allocation/questions.ts";

export class Calculator {
  #worker: Worker | null = null;
  #next = 0;
  /** Whether HiGHS runs here; null before the first answer. */
  solver: boolean | null = null;
  readonly #waiting = new Map<number, (answer: unknown) => void>();

  #start(): Worker {
    const worker = new Worker(new URL("./allocation-worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener(
      "message",
      (event: MessageEvent<{ id: number; solver: boolean; answer: unknown }>) => {
        this.solver = event.data.solver;
        this.#waiting.get(event.data.id)?.(event.data.answer);
        this.#waiting.delete(event.data.id);
      },
    );
    return worker;
  }

  /** Null when cancelled. */
  ask<Q extends Question>(question: Q): Promise<Answers[Q["kind"]] | null> {
    this.#worker ??= this.#start();
    const id = (this.#next += 1);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
    this.#worker.postMessage({ id, question });
    return new Promise((resolve) =>
      this.#waiting.set(id, (answer) => resolve(answer as Answers[Q["kind"]] | null)),
    );
  }

  /** A solver cannot be interrupted: its worker ends and a new one begins with the next question. */
  cancel(): void {
    this.#worker?.terminate();
    this.#worker = null;
    for (const resolve of this.#waiting.values()) resolve(null);
    this.#waiting.clear();
  }
}
