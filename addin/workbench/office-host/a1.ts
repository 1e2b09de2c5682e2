/** A1 notation inside Office.js calls ⇄ zero-based areas. */
import { columnLetters, columnNumber } from "../../../shared/kernel/address.ts";
import type { Area } from "../grid.ts";
import { invalidArgument } from "./errors.ts";

/** Excel's own size. */
export const MAX_ROWS = 1_048_576;
export const MAX_COLUMNS = 16_384;

const CORNER = /^\$?([A-Za-z]{1,3})?\$?(\d{1,7})?$/;

interface Corner {
  readonly column: number | null;
  readonly row: number | null;
}

function cornerOf(text: string, whole: string): Corner {
  const match = CORNER.exec(text.trim());
  if (match === null || text.trim() === "") throw invalidArgument(`The address ${whole} is not valid.`);
  const column = match[1] === undefined ? null : columnNumber(match[1].toUpperCase()) - 1;
  const row = match[2] === undefined ? null : Number(match[2]) - 1;
  if (row !== null && (row < 0 || row >= MAX_ROWS))
    throw invalidArgument(`The address ${whole} is not valid.`);
  if (column !== null && column >= MAX_COLUMNS) throw invalidArgument(`The address ${whole} is not valid.`);
  return { column, row };
}

/** "'Sổ cũ'!B2:C3" → { sheet: "Sổ cũ", local: "B2:C3" }; no sheet → null. */
export function splitSheet(address: string): { sheet: string | null; local: string } {
  const cut = address.lastIndexOf("!");
  if (cut < 0) return { sheet: null, local: address };
  const name = address.slice(0, cut);
  const sheet = /^'.*'$/.test(name) ? name.slice(1, -1).replaceAll("''", "'") : name;
  return { sheet, local: address.slice(cut + 1) };
}

/** "B2", "B2:C3", "B:B", "4:4" → area. Throws InvalidArgument. */
export function parseLocal(local: string, sheetId: string): Area {
  const [first = "", second, ...rest] = local.split(":");
  if (rest.length > 0) throw invalidArgument(`The address ${local} is not valid.`);
  const from = cornerOf(first, local);
  const to = second === undefined ? from : cornerOf(second, local);
  const single = second === undefined && (from.row === null || from.column === null);
  const mixed = (from.row === null) !== (to.row === null) || (from.column === null) !== (to.column === null);
  if (single || mixed) throw invalidArgument(`The address ${local} is not valid.`);
  const rows = [from.row ?? 0, to.row ?? MAX_ROWS - 1];
  const columns = [from.column ?? 0, to.column ?? MAX_COLUMNS - 1];
  const row = Math.min(...rows);
  const column = Math.min(...columns);
  return {
    sheetId,
    row,
    column,
    rowCount: Math.max(...rows) - row + 1,
    columnCount: Math.max(...columns) - column + 1,
  };
}

export function isWholeColumns(area: Area): boolean {
  return area.row === 0 && area.rowCount === MAX_ROWS;
}

export function isWholeRows(area: Area): boolean {
  return area.column === 0 && area.columnCount === MAX_COLUMNS;
}

export function quoteSheet(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name) && !/^[A-Za-z]{1,3}\d+$/.test(name)
    ? name
    : `'${name.replaceAll("'", "''")}'`;
}

/** Without the sheet: "B2:C3", "B:B", "4:4". */
export function formatLocal(area: Area): string {
  const firstColumn = columnLetters(area.column + 1);
  const lastColumn = columnLetters(area.column + area.columnCount);
  const lastRow = area.row + area.rowCount;
  if (isWholeColumns(area)) return `${firstColumn}:${lastColumn}`;
  if (isWholeRows(area)) return `${area.row + 1}:${lastRow}`;
  const first = `${firstColumn}${area.row + 1}`;
  return area.rowCount === 1 && area.columnCount === 1 ? first : `${first}:${lastColumn}${lastRow}`;
}
