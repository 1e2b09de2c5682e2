/** Sheets, headers and used lines, found wherever the user has put them. */
import { cellAddress, parseAddress } from "../kernel/address.ts";
import type { FlatCell, FlatSheet, FlatWorkbook } from "../kernel/flat.ts";
import { foldKey } from "../kernel/text.ts";
import type { Line, LocatedCell } from "../plan/shapes.ts";
import { textOf } from "./read-cells.ts";
import type { ColumnDef, ListSheetDef } from "./sheet-def.ts";

/** Headers may have moved down when somebody inserted rows above them. */
const HEADER_SEARCH_ROWS = 25;

export function findSheet(workbook: FlatWorkbook, name: string): FlatSheet | null {
  const key = foldKey(name);
  return workbook.sheets.find((sheet) => foldKey(sheet.name) === key) ?? null;
}

export interface Grid {
  /** row → column → cell */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, FlatCell>>;
}

/** A flat sheet never changes: its grid is made once, however many questions the rules ask of it. */
const gridOfSheet = new WeakMap<FlatSheet, Grid>();

export function toGrid(sheet: FlatSheet): Grid {
  let grid = gridOfSheet.get(sheet);
  if (grid === undefined) {
    grid = makeGrid(sheet);
    gridOfSheet.set(sheet, grid);
  }
  return grid;
}

function makeGrid(sheet: FlatSheet): Grid {
  const rows = new Map<number, Map<number, FlatCell>>();
  for (const [address, cell] of Object.entries(sheet.cells)) {
    const place = parseAddress(address);
    if (place === null) continue;
    const row = rows.get(place.row);
    if (row === undefined) rows.set(place.row, new Map([[place.column, cell]]));
    else row.set(place.column, cell);
  }
  return { rows };
}

export interface HeaderMap {
  readonly row: number;
  /** column id → column number */
  readonly columns: ReadonlyMap<string, number>;
  /** header text of own columns → column number */
  readonly extra: ReadonlyMap<string, number>;
}

/** The template's columns never change: their folded headers are made once, not for every cell of every sheet. */
const columnsByKey = new WeakMap<readonly ColumnDef[], ReadonlyMap<string, readonly ColumnDef[]>>();

function columnsNamed(def: ListSheetDef): ReadonlyMap<string, readonly ColumnDef[]> {
  let byKey = columnsByKey.get(def.columns);
  if (byKey === undefined) {
    const made = new Map<string, ColumnDef[]>();
    for (const column of def.columns) {
      const keys = [column.header, column.headerEn, ...(column.aliases ?? [])].map(foldKey);
      for (const key of new Set(keys)) made.set(key, [...(made.get(key) ?? []), column]);
    }
    byKey = made;
    columnsByKey.set(def.columns, byKey);
  }
  return byKey;
}

const headersOfSheet = new WeakMap<FlatSheet, WeakMap<ListSheetDef, HeaderMap | null>>();

/** The row that carries most of the sheet's headers, in any order; null when fewer than two are recognised. */
export function findHeaders(sheet: FlatSheet, def: ListSheetDef): HeaderMap | null {
  const known = headersOfSheet.get(sheet) ?? new WeakMap<ListSheetDef, HeaderMap | null>();
  headersOfSheet.set(sheet, known);
  let headers = known.get(def);
  if (headers === undefined) {
    headers = headersIn(sheet, def);
    known.set(def, headers);
  }
  return headers;
}

/** No more columns than this can be recognised in a row: most rows are data, and this alone is asked of them. */
function mostMatches(
  cells: ReadonlyMap<number, FlatCell>,
  named: ReadonlyMap<string, readonly ColumnDef[]>,
): number {
  let count = 0;
  for (const { value } of cells.values())
    if (value !== null && named.has(foldKey(typeof value === "string" ? value : String(value)))) count += 1;
  return count;
}

function headersIn(sheet: FlatSheet, def: ListSheetDef): HeaderMap | null {
  const grid = toGrid(sheet);
  const named = columnsNamed(def);
  let best: HeaderMap | null = null;
  for (let row = 1; row <= HEADER_SEARCH_ROWS; row += 1) {
    const cells = grid.rows.get(row);
    if (cells === undefined || mostMatches(cells, named) <= (best?.columns.size ?? 1)) continue;
    const columns = new Map<string, number>();
    const extra = new Map<string, number>();
    for (const [column, cell] of [...cells].sort((a, b) => a[0] - b[0])) {
      const text = textOf(cell);
      if (text === null) continue;
      const match = named.get(foldKey(text))?.find((column) => !columns.has(column.id));
      if (match) columns.set(match.id, column);
      else extra.set(text, column);
    }
    if (columns.size >= 2 && columns.size > (best?.columns.size ?? 0)) best = { row, columns, extra };
    // Nothing further down can carry more than all of them.
    if (columns.size === def.columns.length) break;
  }
  return best;
}

/** A line counts when somebody typed something in it: formulas alone are an unused prepared row. */
function isUsed(cells: Readonly<Record<string, LocatedCell>>, def: ListSheetDef): boolean {
  return def.columns.some((column) => {
    const cell = cells[column.id];
    if (cell === undefined || cell.value === null) return false;
    if (cell.formula !== undefined && column.formula !== undefined) return false;
    return textOf(cell) !== null;
  });
}

/** Nor do its lines: the shape rules and the plan read the same ones. */
const linesOfSheet = new WeakMap<FlatSheet, WeakMap<ListSheetDef, readonly Line[]>>();

export function readLines(workbook: FlatWorkbook, def: ListSheetDef): readonly Line[] {
  const sheet = findSheet(workbook, def.name);
  if (sheet === null) return [];
  const known = linesOfSheet.get(sheet) ?? new WeakMap<ListSheetDef, readonly Line[]>();
  linesOfSheet.set(sheet, known);
  let lines = known.get(def);
  if (lines === undefined) {
    lines = linesIn(sheet, def);
    known.set(def, lines);
  }
  return lines;
}

function linesIn(sheet: FlatSheet, def: ListSheetDef): Line[] {
  const headers = findHeaders(sheet, def);
  if (headers === null) return [];
  const lines: Line[] = [];
  const grid = toGrid(sheet);
  for (const row of [...grid.rows.keys()].sort((a, b) => a - b)) {
    if (row <= headers.row) continue;
    const source = grid.rows.get(row);
    const cells: Record<string, LocatedCell> = {};
    const addressOf: Record<string, string> = {};
    for (const [id, column] of headers.columns) {
      const address = cellAddress(column, row);
      addressOf[id] = address;
      const cell = source?.get(column);
      if (cell !== undefined) cells[id] = { ...cell, address };
    }
    if (!isUsed(cells, def)) continue;
    if (lines.length === def.capacity) break;
    const extra: Record<string, FlatCell> = {};
    for (const [header, column] of headers.extra) {
      const cell = source?.get(column);
      if (cell !== undefined) extra[header] = cell;
    }
    lines.push({ sheet: sheet.name, row, cells, addressOf, extra });
  }
  return lines;
}

/** Is there a used line beyond the sheet's capacity? The first such row, or null. */
export function firstRowBeyondCapacity(workbook: FlatWorkbook, def: ListSheetDef): number | null {
  const lines = readLines(workbook, def);
  const last = lines.at(-1);
  if (lines.length < def.capacity || last === undefined) return null;
  const more = readLines(workbook, { ...def, capacity: def.capacity + 1 });
  return more.length > def.capacity ? (more.at(-1)?.row ?? null) : null;
}
