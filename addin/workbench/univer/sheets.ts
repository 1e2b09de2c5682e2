/** Sheets, rows, columns. Each call hands gathered cell writes over first, so that the order of changes is kept. */
import type { SheetInfo } from "../grid.ts";
import { MIN_COLUMNS, MIN_ROWS, makeRoom, rangeOf, sheetOf, type Engine } from "./engine.ts";

/** Room that the drawn text needs beside itself. */
const CELL_PADDING = 14;
const MAX_FIT_PIXELS = 600;

export function listSheets(engine: Engine): SheetInfo[] {
  return engine.book.getSheets().map((sheet) => ({
    id: sheet.getSheetId(),
    name: sheet.getSheetName(),
    hidden: sheet.isSheetHidden(),
    tabColor: sheet.getTabColor() ?? "",
    rowCount: sheet.getMaxRows(),
    columnCount: sheet.getMaxColumns(),
  }));
}

/** A new sheet at the end; the active one stays active, as in Excel. */
export function addSheet(engine: Engine, name: string): string {
  const active = engine.book.getActiveSheet().getSheetId();
  const sheet = engine.book.insertSheet(name, {
    sheet: { rowCount: MIN_ROWS, columnCount: MIN_COLUMNS },
  });
  const id = sheet.getSheetId();
  engine.book.setActiveSheet(active);
  return id;
}

export function setTabColor(engine: Engine, id: string, color: string): void {
  sheetOf(engine, id).setTabColor(color);
}

export function setColumnWidth(
  engine: Engine,
  id: string,
  column: number,
  count: number,
  pixels: number,
): void {
  makeRoom(engine, { sheetId: id, row: 0, column, rowCount: 1, columnCount: count });
  sheetOf(engine, id).setColumnWidths(column, count, pixels);
}

export function setRowHeight(engine: Engine, id: string, row: number, count: number, pixels: number): void {
  makeRoom(engine, { sheetId: id, row, column: 0, rowCount: count, columnCount: 1 });
  sheetOf(engine, id).setRowHeightsForced(row, count, pixels);
}

/** Width of the longest text without line breaks, measured with the cell's own font. */
export function fitColumns(engine: Engine, id: string, column: number, count: number): void {
  const sheet = sheetOf(engine, id);
  const worksheet = sheet.getSheet();
  const pen = document.createElement("canvas").getContext("2d");
  if (pen === null) return;
  const lastRow = worksheet.getLastRowWithContent();
  for (let c = column; c < column + count; c += 1) {
    let widest = 0;
    for (let row = 0; row <= lastRow; row += 1) {
      const shown = worksheet.getCell(row, c)?.v;
      if (shown === undefined || shown === null || shown === "") continue;
      const style = worksheet.getComposedCellStyle(row, c);
      pen.font = `${style.bl === 1 ? "bold " : ""}${style.fs ?? 11}pt "${style.ff ?? "Arial"}"`;
      widest = Math.max(widest, pen.measureText(String(shown)).width);
    }
    if (widest > 0) sheet.setColumnWidths(c, 1, Math.min(MAX_FIT_PIXELS, Math.ceil(widest) + CELL_PADDING));
  }
}

export function setRowsHidden(engine: Engine, id: string, row: number, count: number, hidden: boolean): void {
  const sheet = sheetOf(engine, id);
  if (hidden) sheet.hideRows(row, count);
  else sheet.showRows(row, count);
}

export function rowsHidden(engine: Engine, id: string, row: number, count: number): boolean[] {
  const manager = sheetOf(engine, id).getSheet().getRowManager();
  return Array.from({ length: count }, (_, index) => manager.getRow(row + index)?.hd === 1);
}

export function freeze(engine: Engine, id: string, rows: number, columns: number): void {
  const sheet = sheetOf(engine, id);
  if (rows === 0 && columns === 0) sheet.cancelFreeze();
  else
    sheet.setFreeze({
      startRow: rows > 0 ? rows : -1,
      startColumn: columns > 0 ? columns : -1,
      ySplit: rows,
      xSplit: columns,
    });
}

export function fitRows(engine: Engine, id: string, row: number, count: number): void {
  const range = rangeOf({ sheetId: id, row, column: 0, rowCount: count, columnCount: 1 });
  sheetOf(engine, id).setRangesAutoHeight([range]);
}
