/** Questions to a background worker, whoever opens it: a newer one, or `cancel`, ends the older ones. */
import { answerTo, type Answers, type Question } from "./questions.ts";

/** One running worker. */
export interface Line {
  post(message: Posted): void;
  end(): void;
}

export interface Posted {
  readonly id: number;
  readonly question: Question;
}

export interface Answered {
  readonly id: number;
  /** Whether HiGHS runs there. */
  readonly solver: boolean;
  readonly answer: unknown;
}

/** Throws when no worker may run. */
export type Open = (answered: (message: Answered) => void, failed: () => void) => Line;

interface Waiting {
  readonly question: Question;
  readonly resolve: (answer: unknown) => void;
}

export class Asker {
  readonly #open: Open;
  #line: Line | null = null;
  #next = 0;
  /** No worker could be had: the own searches run where the question is asked. */
  #alone = false;
  /** Whether HiGHS is at hand; null before the first answer. */
  solver: boolean | null = null;
  readonly #waiting = new Map<number, Waiting>();

  constructor(open: Open) {
    this.#open = open;
  }

  #answered({ id, solver, answer }: Answered): void {
    this.solver = solver;
    this.#waiting.get(id)?.resolve(answer);
    this.#waiting.delete(id);
  }

  #failed(): void {
    this.#line?.end();
    this.#line = null;
    this.#alone = true;
    const open = [...this.#waiting];
    this.#waiting.clear();
    this.solver = false;
    for (const [, { question, resolve }] of open) resolve(answerTo(question, {}));
  }

  /** Fetches and starts the worker now, so that it is there when the network is not. */
  start(): void {
    if (this.#alone) return;
    try {
      this.#line ??= this.#open(
        (message) => this.#answered(message),
        () => this.#failed(),
      );
    } catch {
      this.#failed();
    }
  }

  /** Null when cancelled. */
  ask<Q extends Question>(question: Q): Promise<Answers[Q["kind"]] | null> {
    this.start();
    const line = this.#line;
    if (line === null) return Promise.resolve(answerTo(question, {}));
    const id = (this.#next += 1);
    return new Promise((resolve) => {
      this.#waiting.set(id, { question, resolve: (answer) => resolve(answer as Answers[Q["kind"]] | null) });
      line.post({ id, question });
    });
  }

  /** A solver cannot be interrupted: its worker ends and a new one begins with the next question. */
  cancel(): void {
    this.#line?.end();
    this.#line = null;
    for (const { resolve } of this.#waiting.values()) resolve(null);
    this.#waiting.clear();
  }
}
