/** Freezing and thawing in the open workbook: figures over formulas and back, the hidden record, the cell notes. */
import { cellAddress, columnLetters, parseAddress } from "../../shared/kernel/address.ts";
import type { CellValue, FlatWorkbook } from "../../shared/kernel/flat.ts";
import { freezeNotes, NOTE_START } from "../../shared/workbook/freeze-note.ts";
import { BLANK_KEY } from "../../shared/workbook/freeze-rows.ts";
import {
  FREEZE_SHEET,
  freezeSheet,
  type FreezeRecord,
  type FrozenCell,
} from "../../shared/workbook/freeze-sheet.ts";
import type { Freezing, Thawing } from "../../shared/workbook/freeze.ts";
import { entryMatrix, valueEntry, type Entry } from "./entry.ts";
import { inUnlockedExcel } from "./sheet-lock.ts";
import { readFlat } from "./read-flat.ts";

interface CellEntry {
  readonly sheet: string;
  readonly address: string;
  readonly entry: Entry;
}

export interface Run {
  readonly sheet: string;
  readonly address: string;
  readonly entries: readonly (readonly Entry[])[];
}

/** Neighbours in a column become one range: a plan of 500 lines is some dozens of writes, not thousands. */
export function columnRuns(cells: readonly CellEntry[]): Run[] {
  const sorted = cells
    .map((cell) => ({ ...cell, place: parseAddress(cell.address) ?? { row: 0, column: 0 } }))
    .sort(
      (a, b) =>
        (a.sheet < b.sheet ? -1 : a.sheet > b.sheet ? 1 : 0) ||
        a.place.column - b.place.column ||
        a.place.row - b.place.row,
    );
  const runs: { sheet: string; column: number; first: number; entries: Entry[][] }[] = [];
  for (const { sheet, entry, place } of sorted) {
    const run = runs.at(-1);
    const next =
      run?.sheet === sheet && run.column === place.column && run.first + run.entries.length === place.row;
    if (run !== undefined && next) run.entries.push([entry]);
    else runs.push({ sheet, column: place.column, first: place.row, entries: [[entry]] });
  }
  return runs.map(({ sheet, column, first, entries }) => ({
    sheet,
    address: `${cellAddress(column, first)}:${cellAddress(column, first + entries.length - 1)}`,
    entries,
  }));
}

function writeCells(context: Excel.RequestContext, cells: readonly CellEntry[]): void {
  for (const { sheet, address, entries } of columnRuns(cells))
    context.workbook.worksheets.getItem(sheet).getRange(address).formulas = entries.map((row) => [...row]);
}

function toEntry(cell: { sheet: string; address: string; value: CellValue }): CellEntry {
  return { sheet: cell.sheet, address: cell.address, entry: valueEntry(cell.value) };
}

async function dropRecord(context: Excel.RequestContext): Promise<void> {
  const old = context.workbook.worksheets.getItemOrNullObject(FREEZE_SHEET);
  await context.sync();
  if (old.isNullObject) return;
  // Excel refuses to delete a sheet that is very hidden.
  old.visibility = "Hidden";
  old.delete();
}

function writeRecord(context: Excel.RequestContext, record: FreezeRecord): void {
  const sheet = context.workbook.worksheets.add(FREEZE_SHEET);
  const entries = entryMatrix(freezeSheet(record).cells);
  sheet.getRange(`A1:${columnLetters(entries[0]?.length ?? 1)}${entries.length}`).formulas = entries;
  sheet.visibility = "VeryHidden";
}

/** Figures that were only the overflow of a formula's result, and went with it. */
function spilledCells(then: FlatWorkbook, now: FlatWorkbook): FrozenCell[] {
  return then.sheets.flatMap((sheet) => {
    const present = now.sheets.find((candidate) => candidate.name === sheet.name)?.cells ?? {};
    return Object.entries(sheet.cells).flatMap(([address, cell]): FrozenCell[] => {
      const isGone = cell.formula === undefined && cell.value !== null && cell.value !== "";
      if (!isGone || (present[address]?.value ?? "") !== "") return [];
      const { value } = cell;
      return [{ sheet: sheet.name, address, formula: null, value, citation: null, rowKey: BLANK_KEY }];
    });
  });
}

function notesSupported(): boolean {
  return Office.context?.requirements?.isSetSupported("ExcelApi", "1.18") === true;
}

/** Notes help the reader; a host without them still freezes. A note of the person's own is never replaced. */
async function addNotes(record: FreezeRecord): Promise<number> {
  if (!notesSupported()) return 0;
  const wanted = freezeNotes(record);
  try {
    return await Excel.run(async (context) => {
      const found = wanted.map((note) => {
        const { notes } = context.workbook.worksheets.getItem(note.sheet);
        return { note, notes, present: notes.getItemOrNullObject(note.address) };
      });
      await context.sync();
      const free = found.filter(({ present }) => present.isNullObject);
      for (const { note, notes } of free) notes.add(note.address, note.text);
      await context.sync();
      return free.length;
    });
  } catch {
    return 0;
  }
}

async function removeNotes(thawing: Thawing): Promise<void> {
  if (!notesSupported()) return;
  const sheets = [...new Set(thawing.restored.map(({ sheet }) => sheet))];
  try {
    await Excel.run(async (context) => {
      const lists = sheets.map((name) => context.workbook.worksheets.getItem(name).notes);
      for (const list of lists) list.load("items/content");
      await context.sync();
      for (const list of lists)
        for (const note of list.items) if (note.content.startsWith(NOTE_START)) note.delete();
      await context.sync();
    });
  } catch {
    // A note left behind says nothing false: it carries its own date.
  }
}

export interface FreezeOutcome {
  readonly cells: number;
  readonly notes: number;
}

/** Throws ExcelProblem: protected, cell-editing, too-large. */
export async function applyFreeze({ workbook, record }: Freezing): Promise<FreezeOutcome> {
  await inUnlockedExcel(async (context) => {
    writeCells(context, record.cells.map(toEntry));
    await context.sync();
  });
  const spilled = spilledCells(workbook, await readFlat()).filter(({ sheet }) => sheet !== FREEZE_SHEET);
  const whole = { ...record, cells: [...record.cells, ...spilled] };
  await inUnlockedExcel(async (context) => {
    writeCells(context, spilled.map(toEntry));
    await dropRecord(context);
    writeRecord(context, whole);
    await context.sync();
  });
  return { cells: whole.cells.length, notes: await addNotes(record) };
}

/** Throws ExcelProblem: protected, cell-editing, too-large. */
export async function applyThaw(thawing: Thawing): Promise<void> {
  await inUnlockedExcel(async (context) => {
    writeCells(
      context,
      thawing.spilled.map((cell) => ({ ...cell, entry: "" })),
    );
    writeCells(
      context,
      thawing.restored.map(({ sheet, address, formula }) => ({ sheet, address, entry: formula })),
    );
    await dropRecord(context);
    await context.sync();
  });
  await removeNotes(thawing);
}
