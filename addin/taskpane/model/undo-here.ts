/**
 * The pane's writing actions, one at a time: each can be stopped while it runs, leaves nothing behind when it fails half
 * way, and can be taken back afterwards, the last one first. They outlive the view that did them.
 */
import type { Change, Wrote } from "../../excel/changes.ts";
import { ExcelProblem } from "../../excel/problem.ts";
import { takeBack } from "../../excel/take-back.ts";
import { workspace } from "../workspace.ts";

/** Fired on the window when an action begins, ends or was taken back. */
export const ACTION_EVENT = "kc-action";
/** Fired on the window once an action was taken back, stopped ones too: news of it are no longer true. */
export const UNDONE_EVENT = "kc-undone";

export type ActionName =
  | "book"
  | "upgrade"
  | "de-an"
  | "edit"
  | "delete"
  | "copy"
  | "norm"
  | "import"
  | "export"
  | "fix"
  | "findings"
  | "allocation"
  | "freeze"
  | "thaw"
  | "basis"
  | "neighbours";

interface Done {
  readonly what: ActionName;
  readonly changes: readonly Change[];
}

/** More than anybody takes back; each may hold the formulas of a whole workbook. */
const MOST_KEPT = 20;

const done: Done[] = [];
let running: { stopped: boolean } | null = null;
let turn: Promise<unknown> = Promise.resolve();

function tell(event: string): void {
  window.dispatchEvent(new Event(event));
}

function keep(action: Done): void {
  if (action.changes.length === 0) return;
  done.push(action);
  if (done.length > MOST_KEPT) done.shift();
}

/** What the pane shows is of before the action; a reading that fails is told by the workspace itself. */
async function readAgain({ changes }: Done): Promise<void> {
  if (changes.length > 0) await workspace.read().catch(() => undefined);
}

/** The error to go on with, once everything written so far is taken back; what cannot be, can be tried again by hand. */
async function afterFailure(error: unknown, action: Done): Promise<unknown> {
  if (action.changes.length === 0) return error;
  const blocked = await takeBack(action.changes).catch(() => "");
  if (blocked === null) tell(UNDONE_EVENT);
  else keep(action);
  await readAgain(action);
  return blocked === null ? error : new ExcelProblem("half-done", blocked);
}

async function runNow<T>(what: ActionName, work: (wrote: Wrote) => Promise<T>): Promise<T> {
  const state = { stopped: false };
  const changes: Change[] = [];
  running = state;
  tell(ACTION_EVENT);
  const wrote: Wrote = (more) => {
    changes.push(...more);
    if (state.stopped) throw new ExcelProblem("stopped", "");
  };
  try {
    const result = await work(wrote);
    await readAgain({ what, changes });
    wrote([]);
    keep({ what, changes });
    return result;
  } catch (error) {
    throw await afterFailure(error, { what, changes });
  } finally {
    running = null;
    tell(ACTION_EVENT);
  }
}

/**
 * One action of the person, from its first reading to the workbook read again after the last writing; it waits for the
 * one before it.
 * Throws what `work` throws, ExcelProblem (stopped) after `stopAction`, or (half-done) when it could not be taken back.
 */
export function runAction<T>(what: ActionName, work: (wrote: Wrote) => Promise<T>): Promise<T> {
  const mine = turn.then(() => runNow(what, work));
  turn = mine.catch(() => undefined);
  return mine;
}

/**
 * Ends the reading under way, and the action it belongs to. A batch that Excel has begun cannot be broken off: what it
 * wrote is taken back as soon as it has ended.
 */
export function stopAction(): void {
  if (running !== null) running.stopped = true;
  workspace.stop();
}

export function isRunning(): boolean {
  return running !== null;
}

/** What would be taken back next; null = nothing, or an action is under way. */
export function lastAction(): ActionName | null {
  return running === null ? (done.at(-1)?.what ?? null) : null;
}

/**
 * Puts back what the last action changed.
 * @returns null when done, else the cell ("KC_DeAn!C5") somebody has changed since; then nothing was changed
 */
export function takeBackAction(): Promise<string | null> {
  const mine = turn.then(async () => {
    const last = done.at(-1);
    if (last === undefined) return null;
    const blocked = await takeBack(last.changes);
    if (blocked === null) done.pop();
    await readAgain(last);
    if (blocked !== null) return blocked;
    tell(UNDONE_EVENT);
    tell(ACTION_EVENT);
    return null;
  });
  turn = mine.catch(() => undefined);
  return mine;
}
