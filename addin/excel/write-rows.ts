/** Adds lines to list sheets and sets single cells: one sync for one action of the person. */
import type { FlatWorkbook } from "../../shared/kernel/flat.ts";
import type { RowValues } from "../../shared/workbook/build.ts";
import type { ListSheetDef } from "../../shared/workbook/template.ts";
import type { Wrote } from "./changes.ts";
import { valueEntry } from "./entry.ts";
import { placeLines, type NewLines, type Placement } from "./place-rows.ts";
import { growTables } from "./finish-lists.ts";
import { canLock, inUnlockedExcel } from "./sheet-lock.ts";
import { applyFormat, applyLook } from "./style.ts";
import { queueWrites, writeCells, type CellsWrite } from "./write-cells.ts";
import { lookOfColumn } from "./write-template.ts";
import { CHARACTER_WIDTH, LINE_POINTS } from "../../shared/workbook/xlsx/looks.ts";
import { columnLetters, parseAddress } from "../../shared/kernel/address.ts";

/** Characters of a citation that a computed cell will show. */
const COMPUTED_TEXT_LENGTH = 130;
const MOST_LINES = 12;

/** Height that shows every wrapped text of a line: Excel does not grow rows for values that formulas give later. */
export function rowHeightPoints(def: ListSheetDef, values: RowValues): number {
  const lines = def.columns.map((column) => {
    if (column.kind !== "text") return 1;
    const length =
      column.formula === undefined ? String(values[column.id] ?? "").length : COMPUTED_TEXT_LENGTH;
    return Math.ceil((length * CHARACTER_WIDTH) / column.width);
  });
  return Math.min(Math.max(1, ...lines), MOST_LINES) * LINE_POINTS + 6;
}

/** Looks and heights of new lines; what stands in them is written apart. */
function dressPlacement(context: Excel.RequestContext, { def, rows }: NewLines, placement: Placement): void {
  const sheet = context.workbook.worksheets.getItem(placement.sheet);
  const lastRow = placement.firstRow + placement.rowCount - 1;
  for (const segment of placement.segments) {
    const first = parseAddress(segment.address.split(":")[0] ?? "")?.column ?? 1;
    segment.columnIds.forEach((id, index) => {
      const column = def.columns.find((candidate) => candidate.id === id);
      if (column === undefined) return;
      const letter = columnLetters(first + index);
      const range = sheet.getRange(`${letter}${placement.firstRow}:${letter}${lastRow}`);
      const look = lookOfColumn(column);
      applyLook(range, look, { rows: placement.rowCount, columns: 1 });
      if (look.numFmt !== undefined) applyFormat(range, look.numFmt);
      if (canLock()) range.format.protection.locked = column.formula !== undefined;
    });
  }
  rows.forEach((values, index) => {
    const row = placement.firstRow + index;
    sheet.getRange(`${row}:${row}`).format.rowHeight = rowHeightPoints(def, values);
  });
}

/** What one action of the person writes: new lines, and cells of lines that are there. */
export interface LinesWrite {
  readonly append?: readonly NewLines[];
  readonly update?: readonly CellsWrite[];
  /** What goes beside the new lines, once it is known where they go. */
  readonly beside?: (placements: readonly Placement[]) => Beside;
}

export interface Beside {
  readonly update: readonly CellsWrite[];
  readonly dress: (context: Excel.RequestContext) => void;
}

function writesOf(placement: Placement): CellsWrite[] {
  return placement.segments.map(({ address, entries }) => ({ sheet: placement.sheet, address, entries }));
}

/**
 * Adds lines after the last used ones of their sheets and changes cells of others, all in one batch.
 * @param workbook the workbook as just read, to know where the lines go
 * @returns where the new lines went, in the order given
 * Throws ExcelProblem: not-found, no-header, sheet-full, protected, cell-editing, stopped.
 */
export async function writeLines(
  workbook: FlatWorkbook,
  { append = [], update = [], beside }: LinesWrite,
  wrote: Wrote,
): Promise<readonly Placement[]> {
  const placed = append.map((batch) => ({ batch, placement: placeLines(workbook, batch) }));
  const placements = placed.map(({ placement }) => placement);
  const more = beside?.(placements);
  const writes = [...update, ...placements.flatMap(writesOf), ...(more?.update ?? [])];
  await inUnlockedExcel(async (context) => {
    for (const { batch, placement } of placed) dressPlacement(context, batch, placement);
    more?.dress(context);
    const changes = queueWrites(context, writes);
    await context.sync();
    wrote(changes());
    const grown = placed.map(({ batch, placement }) => ({
      sheet: placement.sheet,
      def: batch.def,
      lastRow: placement.firstRow + placement.rowCount - 1,
    }));
    if (grown.length > 0) await growTables(context, grown);
  });
  return placements;
}

/** Puts a value, or a formula beginning with "=", into one cell. */
export function setCell(
  sheet: string,
  address: string,
  content: string | number,
  wrote: Wrote,
): Promise<void> {
  const isFormula = typeof content === "string" && content.startsWith("=");
  return writeCells([{ sheet, address, entries: [[isFormula ? content : valueEntry(content)]] }], wrote);
}
