/** What an action of the pane leaves in the workbook, in parts; each remembers what stood there before. */
import type { Entry } from "./entry.ts";

/** What a rectangle held before the action, ready to be written again, and what Excel showed right after it. */
export interface CellsChange {
  readonly kind: "cells";
  readonly sheet: string;
  readonly address: string;
  readonly before: readonly (readonly Entry[])[];
  readonly after: readonly (readonly unknown[])[];
}

/** The used rectangle of a sheet; 0-based place. */
export interface UsedCells {
  readonly row: number;
  readonly column: number;
  readonly formulas: readonly (readonly unknown[])[];
}

/** A sheet that was not there before. */
export interface SheetMade {
  readonly kind: "sheet-made";
  readonly sheet: string;
  readonly after: UsedCells;
}

/** A sheet of our own, not shown to the person, that was taken away. */
export interface SheetDropped {
  readonly kind: "sheet-dropped";
  readonly sheet: string;
  readonly before: readonly (readonly Entry[])[];
}

export interface NameMade {
  readonly kind: "name-made";
  readonly name: string;
}

export interface CellNote {
  readonly sheet: string;
  readonly address: string;
  readonly text: string;
}

/** Notes beside cells; a convenience, so that none of them ever hinders anything. */
export interface NotesChange {
  readonly kind: "notes";
  readonly added: readonly CellNote[];
  readonly removed: readonly CellNote[];
}

export type Change = CellsChange | SheetMade | SheetDropped | NameMade | NotesChange;

/**
 * Told of every part as soon as Excel has done it, so that it can be taken back.
 * Throws ExcelProblem (stopped) when the person has stopped the action: what is left of it is not begun.
 */
export type Wrote = (changes: readonly Change[]) => void;
