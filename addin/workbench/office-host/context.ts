/**
 * Batches, as Office.js has them: what code asks for is queued and done in order at `sync`; what was not loaded cannot
 * be read. One sync is one undo step.
 */
import type { Grid } from "../grid.ts";
import { HostError } from "./errors.ts";
import type { HostWorkbook } from "./workbook.ts";

interface Action {
  /** A read waits for calculation; a change does not. */
  readonly kind: "read" | "change" | "resolve";
  readonly run: () => void;
}

export class HostContext {
  readonly grid: Grid;
  /** Set once by `createContext`; the workbook needs the context first. */
  workbook!: HostWorkbook;
  private queue: Action[] = [];

  constructor(grid: Grid) {
    this.grid = grid;
  }

  enqueue(kind: Action["kind"], run: () => void): void {
    this.queue.push({ kind, run });
  }

  /** For objects made while a sync runs: what they queue is done at once. */
  runNow(work: () => void): void {
    const made = this.queue;
    this.queue = [];
    made.forEach((action) => action.run());
    work();
  }

  /** Actions before a failing one stay done, as in Excel; the rest of the batch is dropped. */
  async sync(): Promise<void> {
    const actions = this.queue;
    this.queue = [];
    let at = 0;
    // Hundreds of readings in a row wait once: between them nothing changes.
    let calculated = false;
    while (at < actions.length) {
      const isRead = actions[at]?.kind === "read";
      const end = actions.findIndex((action, index) => index > at && (action.kind === "read") !== isRead);
      const group = actions.slice(at, end < 0 ? undefined : end);
      if (isRead && !calculated) await this.grid.whenCalculated();
      calculated = isRead || (calculated && group.every(({ kind }) => kind === "resolve"));
      this.runGroup(group);
      at += group.length;
    }
    // A sync always takes a turn, so that code relying on synchronous effects fails here too.
    await Promise.resolve();
  }

  private runGroup(group: readonly Action[]): void {
    try {
      this.grid.batch(() => group.forEach((action) => action.run()));
    } catch (error) {
      if (error instanceof HostError) throw error;
      // Not a refusal but a defect of ours: its own stack is what helps.
      console.error(error);
      const message = error instanceof Error ? error.message : String(error);
      throw new HostError("GeneralException", message);
    }
  }
}
