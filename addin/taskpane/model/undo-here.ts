/** The last action of the pane that can be taken back; it outlives the view that did it. One under way can be stopped. */
import { ExcelProblem } from "../../excel/problem.ts";
import { takeBack, type CellsChange } from "../../excel/write-cells.ts";
import { workspace } from "../workspace.ts";

let last: readonly CellsChange[] | null = null;
let stopping = false;

/** To be called before an action reads or writes anything. */
export function beginAction(): void {
  stopping = false;
}

/** A batch that Excel has begun cannot be broken off: what it wrote is taken back as soon as it has ended. */
export function stopAction(): void {
  stopping = true;
  workspace.stop();
}

/**
 * Keeps what an action wrote, so that it can be taken back; a stopped one is taken back here and now.
 * Throws ExcelProblem: stopped.
 */
export async function keepAction(changes: readonly CellsChange[]): Promise<void> {
  const wanted = !stopping;
  stopping = false;
  // Somebody typed into it already: then it stays, and the usual way back says where.
  if (wanted || (await takeBack(changes)) !== null) last = changes.length === 0 ? null : changes;
  else throw new ExcelProblem("stopped", "");
}

export function canTakeBack(): boolean {
  return last !== null;
}

/**
 * Puts the cells of the last action back.
 * @returns null when done, else the cell ("KC_DeAn!C5") somebody has changed since; then nothing was changed
 */
export async function takeBackAction(): Promise<string | null> {
  if (last === null) return null;
  const blocked = await takeBack(last);
  if (blocked === null) last = null;
  return blocked;
}
