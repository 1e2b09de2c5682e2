/** What a frozen cell says of itself in a cell note: that it is frozen, since when, and on which law it stands. */
import { formatDate } from "../kernel/date.ts";
import type { FreezeRecord, FrozenCell } from "./freeze-sheet.ts";

/** Every note of ours begins with this, so that thawing takes away only our own. */
export const NOTE_START = "KC đóng băng";
/** Notes on every figure of a large plan would hide the few that matter; sums explain themselves. */
export const MOST_NOTES = 2000;

export interface FreezeNote {
  readonly sheet: string;
  readonly address: string;
  readonly text: string;
}

function noteText(cell: FrozenCell, record: FreezeRecord): string {
  const { on, law } = record.facts;
  return `${NOTE_START} ngày ${formatDate(on)} (căn cứ bản ${law}):\n${cell.citation ?? ""}`;
}

/** Notes for the cells whose figure stands on law. */
export function freezeNotes(record: FreezeRecord): FreezeNote[] {
  return record.cells
    .filter((cell) => cell.citation !== null)
    .slice(0, MOST_NOTES)
    .map((cell) => ({ sheet: cell.sheet, address: cell.address, text: noteText(cell, record) }));
}
