/** The last action of the pane that can be taken back; it outlives the view that did it. */
import { takeBack, type CellsChange } from "../../excel/write-cells.ts";

let last: readonly CellsChange[] | null = null;

export function rememberAction(changes: readonly CellsChange[]): void {
  last = changes.length === 0 ? null : changes;
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
