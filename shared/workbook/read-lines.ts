/** Sheets, headers and used lines, found wherever the user has put them. */
import { columnLetters } from "../kernel/address.ts";
import type { FlatCell, FlatSheet, FlatWorkbook } from "../kernel/flat.ts";
import { toGrid, type RowCells } from "../kernel/grid.ts";
import { keptWith } from "../kernel/kept-with.ts";
import { foldKey } from "../kernel/text.ts";
import type { Line, LocatedCell } from "../plan/shapes.ts";
import { textOf } from "./read-cells.ts";
import type { ColumnDef, ListSheetDef } from "./sheet-def.ts";

/** Headers may have moved down when somebody inserted rows above them. */
const HEADER_SEARCH_ROWS = 25;

/** Of two sheets with one folded name, the first. */
const sheetsByKey = keptWith(({ sheets }: FlatWorkbook): ReadonlyMap<string, FlatSheet> => {
  const byKey = new Map<string, FlatSheet>();
  for (const sheet of sheets) {
    const key = foldKey(sheet.name);
    if (!byKey.has(key)) byKey.set(key, sheet);
  }
  return byKey;
});

export function findSheet(workbook: FlatWorkbook, name: string): FlatSheet | null {
  return sheetsByKey(workbook).get(foldKey(name)) ?? null;
}

/** A flat sheet never changes: what is read of it by a definition is read once. */
function rememberingBySheet<T>(
  read: (sheet: FlatSheet, def: ListSheetDef) => T,
): (sheet: FlatSheet, def: ListSheetDef) => T {
  const readOf = keptWith((_sheet: FlatSheet) => new Map<ListSheetDef, T>());
  return (sheet, def) => {
    const byDef = readOf(sheet);
    const known = byDef.get(def);
    if (known !== undefined) return known;
    const made = read(sheet, def);
    byDef.set(def, made);
    return made;
  };
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

/** The row that carries most of the sheet's headers, in any order; null when fewer than two are recognised. */
export const findHeaders = rememberingBySheet(headersIn);

/** No more columns than this can be recognised in a row: most rows are data, and this alone is asked of them. */
function mostMatches(cells: RowCells, named: ReadonlyMap<string, readonly ColumnDef[]>): number {
  let count = 0;
  for (const cell of cells.values()) if (named.has(headerKey(cell))) count += 1;
  return count;
}

/** Folding cleans as well: a header that is known needs no cleaning of its own. */
function headerKey(cell: FlatCell): string {
  return foldKey(typeof cell.value === "string" ? cell.value : (textOf(cell) ?? ""));
}

function headersIn(sheet: FlatSheet, def: ListSheetDef): HeaderMap | null {
  const grid = toGrid(sheet);
  const named = columnsNamed(def);
  let best: HeaderMap | null = null;
  for (let row = 1; row <= HEADER_SEARCH_ROWS; row += 1) {
    const cells = grid.rows.get(row);
    const toBeat = best?.columns.size ?? 1;
    // A title has too few cells; of the lines below the headers, hardly any is named like them.
    if (cells === undefined || cells.size <= toBeat) continue;
    if (best !== null && mostMatches(cells, named) <= toBeat) continue;
    const found = headersOf(cells, def);
    if (found.columns.size >= 2 && found.columns.size > (best?.columns.size ?? 0)) best = { row, ...found };
    // Nothing further down can carry more than all of them.
    if (found.columns.size === def.columns.length) break;
  }
  return best;
}

type HeaderRow = Pick<HeaderMap, "columns" | "extra">;

/** What a row says when it is read as headers: the leftmost of two columns with one heading, the others as own ones. */
function readHeaderRow(cells: RowCells, def: ListSheetDef): HeaderRow {
  const named = columnsNamed(def);
  const columns = new Map<string, number>();
  const extra = new Map<string, number>();
  for (const [column, cell] of [...cells].sort((a, b) => a[0] - b[0])) {
    const match = named.get(headerKey(cell))?.find((each) => !columns.has(each.id));
    const own = match === undefined ? textOf(cell) : null;
    if (match !== undefined) columns.set(match.id, column);
    else if (own !== null) extra.set(own, column);
  }
  return { columns, extra };
}

interface KnownHeaders {
  readonly values: ReadonlyMap<number, FlatCell["value"]>;
  readonly read: HeaderRow;
}

/** The last header row of each kind that had the template's columns and nothing else: nearly every workbook repeats it. */
const lastHeaders = new WeakMap<readonly ColumnDef[], KnownHeaders>();

function isSameRow(cells: RowCells, values: KnownHeaders["values"]): boolean {
  if (cells.size !== values.size) return false;
  for (const [column, value] of values) if (cells.get(column)?.value !== value) return false;
  return true;
}

function headersOf(cells: RowCells, def: ListSheetDef): HeaderRow {
  const known = lastHeaders.get(def.columns);
  if (known !== undefined && isSameRow(cells, known.values)) return known.read;
  const read = readHeaderRow(cells, def);
  // Only the template's own words are kept from one workbook to the next.
  if (read.columns.size === cells.size)
    lastHeaders.set(def.columns, {
      values: new Map([...cells].map(([column, { value }]) => [column, value])),
      read,
    });
  return read;
}

/** A column of the template where this sheet has it. */
interface PlacedColumn {
  readonly id: string;
  readonly column: number;
  readonly letters: string;
  readonly isComputed: boolean;
}

function placedColumns(def: ListSheetDef, headers: HeaderMap): PlacedColumn[] {
  const computed = new Set(def.columns.flatMap(({ id, formula }) => (formula === undefined ? [] : [id])));
  return [...headers.columns].map(([id, column]) => ({
    id,
    column,
    letters: columnLetters(column),
    isComputed: computed.has(id),
  }));
}

/** A line counts when somebody typed something in it: formulas alone are an unused prepared row. */
function isUsed(row: RowCells, columns: readonly PlacedColumn[]): boolean {
  return columns.some(({ column, isComputed }) => {
    const cell = row.get(column);
    if (cell === undefined || cell.value === null) return false;
    return !(isComputed && cell.formula !== undefined) && textOf(cell) !== null;
  });
}

function lineOf(
  sheet: FlatSheet,
  row: number,
  found: RowCells,
  columns: readonly PlacedColumn[],
  own: HeaderMap["extra"],
): Line {
  const cells: Record<string, LocatedCell> = {};
  const addressOf: Record<string, string> = {};
  for (const { id, column, letters } of columns) {
    const address = `${letters}${row}`;
    addressOf[id] = address;
    const cell = found.get(column);
    if (cell !== undefined) cells[id] = { ...cell, address };
  }
  const extra: Record<string, FlatCell> = {};
  for (const [header, column] of own) {
    const cell = found.get(column);
    if (cell !== undefined) extra[header] = cell;
  }
  return { sheet: sheet.name, row, cells, addressOf, extra };
}

/** The shape rules and the plan read the same ones. */
const linesOf = rememberingBySheet(linesIn);

export function readLines(workbook: FlatWorkbook, def: ListSheetDef): readonly Line[] {
  const sheet = findSheet(workbook, def.name);
  return sheet === null ? [] : linesOf(sheet, def);
}

function linesIn(sheet: FlatSheet, def: ListSheetDef): Line[] {
  const headers = findHeaders(sheet, def);
  if (headers === null) return [];
  const columns = placedColumns(def, headers);
  const lines: Line[] = [];
  const { rows } = toGrid(sheet);
  for (const row of [...rows.keys()].sort((a, b) => a - b)) {
    const cells = rows.get(row);
    if (row <= headers.row || cells === undefined || !isUsed(cells, columns)) continue;
    if (lines.length === def.capacity) break;
    lines.push(lineOf(sheet, row, cells, columns, headers.extra));
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
