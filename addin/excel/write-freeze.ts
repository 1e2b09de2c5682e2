/** Freezing and thawing in the open workbook: figures over formulas and back, the hidden record, the cell notes. */
import { cellAddress, parseAddress } from "../../shared/kernel/address.ts";
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
import type { SheetDropped, SheetMade, Wrote } from "./changes.ts";
import { entryMatrix, valueEntry, type Entry } from "./entry.ts";
import { notesSupported, placeNotes, removeNotesFrom } from "./notes.ts";
import { readFlat } from "./read-flat.ts";
import { inUnlockedExcel } from "./sheet-lock.ts";
import { addHiddenSheet, deleteHiddenSheet, queueUsed } from "./take-back.ts";
import { queueWrites, type CellsWrite } from "./write-cells.ts";

interface CellEntry {
  readonly sheet: string;
  readonly address: string;
  readonly entry: Entry;
}

/** Neighbours in a column become one range: a plan of 500 lines is some dozens of writes, not thousands. */
export function columnRuns(cells: readonly CellEntry[]): CellsWrite[] {
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

function toEntry(cell: { sheet: string; address: string; value: CellValue }): CellEntry {
  return { sheet: cell.sheet, address: cell.address, entry: valueEntry(cell.value) };
}

/** Takes the record of an earlier freeze away; what it gives brings it back. */
async function dropRecord(context: Excel.RequestContext): Promise<SheetDropped[]> {
  const old = context.workbook.worksheets.getItemOrNullObject(FREEZE_SHEET);
  await context.sync();
  if (old.isNullObject) return [];
  const used = queueUsed(old);
  await context.sync();
  // It is written from A1 on, every cell a text or a figure.
  const before = (used()?.formulas ?? [[""]]).map((row) => row.map((cell) => valueEntry(cell as Entry)));
  deleteHiddenSheet(old);
  return [{ kind: "sheet-dropped", sheet: FREEZE_SHEET, before }];
}

/** The answer is there once the batch has been synced. */
function writeRecord(context: Excel.RequestContext, record: FreezeRecord): () => SheetMade {
  const used = queueUsed(addHiddenSheet(context, FREEZE_SHEET, entryMatrix(freezeSheet(record).cells)));
  return () => ({
    kind: "sheet-made",
    sheet: FREEZE_SHEET,
    after: used() ?? { row: 0, column: 0, formulas: [] },
  });
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

/** So many that the person can stop in between. */
const NOTES_AT_ONCE = 200;

async function addNotes(record: FreezeRecord, wrote: Wrote): Promise<void> {
  if (!notesSupported()) return;
  const wanted = freezeNotes(record);
  for (let at = 0; at < wanted.length; at += NOTES_AT_ONCE) {
    const added = await placeNotes({ add: wanted.slice(at, at + NOTES_AT_ONCE), remove: [] });
    wrote([{ kind: "notes", added, removed: [] }]);
  }
}

async function removeNotes(thawing: Thawing, wrote: Wrote): Promise<void> {
  if (!notesSupported()) return;
  const sheets = [...new Set(thawing.restored.map(({ sheet }) => sheet))];
  const removed = await removeNotesFrom(sheets, NOTE_START);
  wrote([{ kind: "notes", added: [], removed }]);
}

/**
 * Throws ExcelProblem: protected, cell-editing, too-large, stopped.
 * @returns how many cells hold figures now
 */
export async function applyFreeze({ workbook, record }: Freezing, wrote: Wrote): Promise<number> {
  await inUnlockedExcel(async (context) => {
    const changes = queueWrites(context, columnRuns(record.cells.map(toEntry)));
    await context.sync();
    wrote(changes());
  });
  const spilled = spilledCells(workbook, await readFlat()).filter(({ sheet }) => sheet !== FREEZE_SHEET);
  const whole = { ...record, cells: [...record.cells, ...spilled] };
  await inUnlockedExcel(async (context) => {
    const changes = queueWrites(context, columnRuns(spilled.map(toEntry)));
    await context.sync();
    wrote(changes());
    const dropped = await dropRecord(context);
    const made = writeRecord(context, whole);
    await context.sync();
    wrote([...dropped, made()]);
  });
  await addNotes(record, wrote);
  return whole.cells.length;
}

/** Throws ExcelProblem: protected, cell-editing, too-large, stopped. */
export async function applyThaw(thawing: Thawing, wrote: Wrote): Promise<void> {
  const emptied = thawing.spilled.map((cell): CellEntry => ({ ...cell, entry: "" }));
  const restored = thawing.restored.map(
    ({ sheet, address, formula }): CellEntry => ({ sheet, address, entry: formula }),
  );
  await inUnlockedExcel(async (context) => {
    const changes = queueWrites(context, [...columnRuns(emptied), ...columnRuns(restored)]);
    await context.sync();
    wrote(changes());
    const dropped = await dropRecord(context);
    await context.sync();
    wrote(dropped);
  });
  await removeNotes(thawing, wrote);
}
