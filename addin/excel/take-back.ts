/** One click takes a whole action back: cells, sheets, names and notes, or nothing when somebody has worked there since. */
import { cellAddress, columnLetters, parseAddress } from "../../shared/kernel/address.ts";
import type { CellNote, CellsChange, Change, NotesChange, SheetMade, UsedCells } from "./changes.ts";
import type { Entry } from "./entry.ts";
import { notesSupported, placeNotes } from "./notes.ts";
import { inUnlockedExcel } from "./sheet-lock.ts";

/** "KC_DeAn!C5" of the first cell that no longer holds what the action left there; null when all do. */
export function firstTouched(change: CellsChange, now: readonly (readonly unknown[])[]): string | null {
  const corner = parseAddress(change.address.split(":")[0] ?? "") ?? { row: 1, column: 1 };
  for (const [r, row] of change.after.entries())
    for (const [c, left] of row.entries())
      if (now[r]?.[c] !== left) return `${change.sheet}!${cellAddress(corner.column + c, corner.row + r)}`;
  return null;
}

/** Address → formula or value of the cells that hold something. */
function contentOf({ row, column, formulas }: UsedCells): Map<string, unknown> {
  const content = new Map<string, unknown>();
  for (const [r, line] of formulas.entries())
    for (const [c, formula] of line.entries())
      if (formula !== "") content.set(cellAddress(column + c + 1, row + r + 1), formula);
  return content;
}

/** What the action left in a sheet it made, later writes of the same action included. */
function leftIn(made: SheetMade, changes: readonly Change[]): Map<string, unknown> {
  const content = contentOf(made.after);
  for (const change of changes) {
    if (change.kind !== "cells" || change.sheet !== made.sheet) continue;
    const corner = parseAddress(change.address.split(":")[0] ?? "") ?? { row: 1, column: 1 };
    const written = contentOf({ row: corner.row - 1, column: corner.column - 1, formulas: change.after });
    for (const [address, formula] of written) content.set(address, formula);
  }
  return content;
}

/** The first cell of a made sheet that holds something else than the action left; null when none does. */
export function firstForeign(
  made: SheetMade,
  changes: readonly Change[],
  now: UsedCells | null,
): string | null {
  const left = leftIn(made, changes);
  const present = now === null ? new Map<string, unknown>() : contentOf(now);
  for (const address of new Set([...present.keys(), ...left.keys()]))
    if (present.get(address) !== left.get(address)) return `${made.sheet}!${address}`;
  return null;
}

/** Queues the reading of what is used in a sheet; there once the batch has been synced. Null = nothing, or no sheet. */
export function queueUsed(sheet: Excel.Worksheet): () => UsedCells | null {
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load("rowIndex, columnIndex, formulas");
  return () =>
    used.isNullObject
      ? null
      : {
          row: used.rowIndex,
          column: used.columnIndex,
          formulas: used.formulas.map((row: unknown[]) => [...row]),
        };
}

/** What an action undoes with: once synced, the first place in the way. */
type Look = () => string | null;

function lookAtCells(context: Excel.RequestContext, change: CellsChange): Look {
  const sheet = context.workbook.worksheets.getItemOrNullObject(change.sheet);
  const range = sheet.getRange(change.address);
  range.load("formulas");
  return () => firstTouched(change, range.formulas);
}

function lookAtSheet(context: Excel.RequestContext, made: SheetMade, changes: readonly Change[]): Look {
  const sheet = context.workbook.worksheets.getItemOrNullObject(made.sheet);
  const used = queueUsed(sheet);
  return () => (sheet.isNullObject ? `${made.sheet}!A1` : firstForeign(made, changes, used()));
}

function lookForSheet(context: Excel.RequestContext, name: string): Look {
  const sheet = context.workbook.worksheets.getItemOrNullObject(name);
  return () => (sheet.isNullObject ? null : `${name}!A1`);
}

function looksAt(
  context: Excel.RequestContext,
  changes: readonly Change[],
  made: ReadonlySet<string>,
): Look[] {
  return changes.flatMap((change): Look[] => {
    if (change.kind === "cells") return made.has(change.sheet) ? [] : [lookAtCells(context, change)];
    if (change.kind === "sheet-made") return [lookAtSheet(context, change, changes)];
    // A record that the same action wrote anew is not in the way of the old one.
    if (change.kind === "sheet-dropped")
      return made.has(change.sheet) ? [] : [lookForSheet(context, change.sheet)];
    return [];
  });
}

/** A sheet of our own that nobody sees, e.g. the record of a freeze. */
export function addHiddenSheet(
  context: Excel.RequestContext,
  name: string,
  entries: readonly (readonly Entry[])[],
): Excel.Worksheet {
  const sheet = context.workbook.worksheets.add(name);
  const last = `${columnLetters(entries[0]?.length ?? 1)}${entries.length}`;
  sheet.getRange(`A1:${last}`).formulas = entries.map((row) => [...row]);
  sheet.visibility = "VeryHidden";
  return sheet;
}

/** Excel refuses to delete a sheet that is very hidden. */
export function deleteHiddenSheet(sheet: Excel.Worksheet): void {
  sheet.visibility = "Hidden";
  sheet.delete();
}

/** Sheets by name: those the action made, those that are seen. */
interface Sheets {
  readonly made: ReadonlySet<string>;
  readonly seen: ReadonlySet<string>;
}

function putBack(context: Excel.RequestContext, change: Change, { made, seen }: Sheets): void {
  const { worksheets } = context.workbook;
  if (change.kind === "cells") {
    if (made.has(change.sheet)) return;
    const range = worksheets.getItem(change.sheet).getRange(change.address);
    range.formulas = change.before.map((row) => [...row]);
  }
  if (change.kind === "sheet-made") {
    const sheet = worksheets.getItem(change.sheet);
    if (seen.has(change.sheet)) sheet.delete();
    else deleteHiddenSheet(sheet);
  }
  if (change.kind === "sheet-dropped") addHiddenSheet(context, change.sheet, change.before);
}

/** A workbook keeps at least one sheet that is seen. @returns the sheets that are seen now */
async function keepOneSheet(
  context: Excel.RequestContext,
  made: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const { worksheets } = context.workbook;
  worksheets.load("items/name, items/visibility");
  await context.sync();
  const seen = worksheets.items.flatMap(({ name, visibility }) => (visibility === "Visible" ? [name] : []));
  if (seen.every((name) => made.has(name))) worksheets.add();
  return new Set(seen);
}

async function dropNames(context: Excel.RequestContext, changes: readonly Change[]): Promise<void> {
  const names = changes.flatMap((change) => (change.kind === "name-made" ? [change.name] : []));
  if (names.length === 0) return;
  const items = names.map((name) => context.workbook.names.getItemOrNullObject(name));
  await context.sync();
  for (const item of items) if (!item.isNullObject) item.delete();
}

const isNotes = (change: Change): change is NotesChange => change.kind === "notes";

async function takeNotesBack(changes: readonly Change[]): Promise<void> {
  const notes = changes.filter(isNotes);
  const list = (pick: (one: NotesChange) => readonly CellNote[]) => notes.flatMap(pick);
  const added = list((one) => one.added);
  const removed = list((one) => one.removed);
  if (!notesSupported() || added.length + removed.length === 0) return;
  await placeNotes({ add: removed, remove: added });
}

/**
 * Puts everything back as it was, the last part first, or changes nothing when somebody has typed there since.
 * Throws ExcelProblem.
 * @returns null when it was put back, otherwise the first cell that is in the way ("KC_DeAn!C5")
 */
export async function takeBack(changes: readonly Change[]): Promise<string | null> {
  const made = new Set(changes.flatMap((change) => (change.kind === "sheet-made" ? [change.sheet] : [])));
  const blocked = await inUnlockedExcel(async (context) => {
    const looks = looksAt(context, changes, made);
    await context.sync();
    for (const look of looks) {
      const place = look();
      if (place !== null) return place;
    }
    const seen = await keepOneSheet(context, made);
    await dropNames(context, changes);
    for (const change of changes.toReversed()) putBack(context, change, { made, seen });
    await context.sync();
    return null;
  });
  if (blocked === null) await takeNotesBack(changes);
  return blocked;
}
