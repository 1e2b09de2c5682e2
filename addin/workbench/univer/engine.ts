/** What the parts of this folder share: the library's objects and the places where they meet ours. */
import type { FUniver, FWorkbook, FWorksheet, IRange, Injector, Univer } from "./library.ts";
import type { Area } from "../grid.ts";

export interface Engine {
  readonly univer: Univer;
  readonly api: FUniver;
  readonly book: FWorkbook;
  readonly injector: Injector;
}

/** Smallest size of a sheet: people expect empty rows and columns beyond their data. */
export const MIN_ROWS = 200;
export const MIN_COLUMNS = 26;
/** Rows and columns that stay free beyond the last one written. */
const SPARE = 20;

export function sheetOf(engine: Engine, id: string): FWorksheet {
  const sheet = engine.book.getSheetBySheetId(id);
  if (sheet === null) throw new RangeError(`no sheet ${id}`);
  return sheet;
}

export function rangeOf(area: Area): IRange {
  return {
    startRow: area.row,
    startColumn: area.column,
    endRow: area.row + area.rowCount - 1,
    endColumn: area.column + area.columnCount - 1,
  };
}

export function areaOf(sheetId: string, range: IRange): Area {
  return {
    sheetId,
    row: range.startRow,
    column: range.startColumn,
    rowCount: range.endRow - range.startRow + 1,
    columnCount: range.endColumn - range.startColumn + 1,
  };
}

/** The library keeps a sheet's size; writing outside it would be lost. */
export function makeRoom(engine: Engine, area: Area): void {
  const sheet = sheetOf(engine, area.sheetId);
  const rows = area.row + area.rowCount;
  const columns = area.column + area.columnCount;
  if (rows > sheet.getMaxRows()) sheet.setRowCount(rows + SPARE);
  if (columns > sheet.getMaxColumns()) sheet.setColumnCount(columns);
}
