/** Flat workbook → plan. Forgiving: every problem is reported, none stops the reading. */
import { cellAddress, parseAddress } from "../kernel/address.ts";
import { dateFromSerial, parseDate, type IsoDate } from "../kernel/date.ts";
import type { FlatCell, FlatSheet, FlatWorkbook } from "../kernel/flat.ts";
import { MAX_LINE_DONG, toDong, type Dong } from "../kernel/money.ts";
import { plainDecimal, toQuantity, type Quantity } from "../kernel/quantity.ts";
import { cleanText, foldKey } from "../kernel/text.ts";
import {
  FUNDS,
  type CostLine,
  type DeAnLine,
  type Fund,
  type Line,
  type LocatedCell,
  type Plan,
  type PlanInfo,
} from "../plan/shapes.ts";
import {
  COST_SHEET,
  DE_AN_SHEET,
  INFO_SHEET,
  type ColumnDef,
  type FormSheetDef,
  type ListSheetDef,
} from "./template.ts";

/** Headers may have moved down when somebody inserted rows above them. */
const HEADER_SEARCH_ROWS = 25;

export function findSheet(workbook: FlatWorkbook, name: string): FlatSheet | null {
  const key = foldKey(name);
  return workbook.sheets.find((sheet) => foldKey(sheet.name) === key) ?? null;
}

/** Text of a cell, cleaned; null when blank. Numbers are given in plain decimals. */
export function textOf(cell: FlatCell | undefined): string | null {
  if (cell === undefined || cell.value === null) return null;
  const text = typeof cell.value === "number" ? plainDecimal(cell.value) : cleanText(String(cell.value));
  return text === "" ? null : text;
}

/** Whole đồng of a cell that really holds a number; text that looks like a number is left to the rules. */
export function dongOf(cell: FlatCell | undefined): Dong | null {
  if (cell === undefined || typeof cell.value !== "number") return null;
  const result = toDong(cell.value);
  return result.ok ? result.value : null;
}

/** The same for a cost line, where amounts beyond the exact range of the sums are not read; a rule says so. */
function lineDongOf(cell: FlatCell | undefined): Dong | null {
  const amount = dongOf(cell);
  return amount === null || Math.abs(amount) > MAX_LINE_DONG ? null : amount;
}

export function quantityOf(cell: FlatCell | undefined): Quantity | null {
  if (cell === undefined || typeof cell.value !== "number") return null;
  const result = toQuantity(cell.value);
  return result.ok ? result.value : null;
}

export function dateOf(cell: FlatCell | undefined): IsoDate | null {
  if (cell === undefined || cell.value === null) return null;
  const result =
    typeof cell.value === "number" ? dateFromSerial(cell.value) : parseDate(cleanText(String(cell.value)));
  return result.ok ? result.value : null;
}

function wholeNumberOf(cell: FlatCell | undefined): number | null {
  const text = textOf(cell);
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null;
}

interface Grid {
  /** row → column → cell */
  readonly rows: ReadonlyMap<number, ReadonlyMap<number, FlatCell>>;
}

function toGrid(sheet: FlatSheet): Grid {
  const rows = new Map<number, Map<number, FlatCell>>();
  for (const [address, cell] of Object.entries(sheet.cells)) {
    const place = parseAddress(address);
    if (place === null) continue;
    const row = rows.get(place.row) ?? new Map<number, FlatCell>();
    row.set(place.column, cell);
    rows.set(place.row, row);
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
const keysOfColumn = new WeakMap<ColumnDef, readonly string[]>();

function headerKeys(column: ColumnDef): readonly string[] {
  let keys = keysOfColumn.get(column);
  if (keys === undefined) {
    keys = [column.header, column.headerEn, ...(column.aliases ?? [])].map(foldKey);
    keysOfColumn.set(column, keys);
  }
  return keys;
}

/** The row that carries most of the sheet's headers, in any order; null when fewer than two are recognised. */
export function findHeaders(sheet: FlatSheet, def: ListSheetDef): HeaderMap | null {
  const grid = toGrid(sheet);
  let best: HeaderMap | null = null;
  for (let row = 1; row <= HEADER_SEARCH_ROWS; row += 1) {
    const cells = grid.rows.get(row);
    if (cells === undefined) continue;
    const columns = new Map<string, number>();
    const extra = new Map<string, number>();
    for (const [column, cell] of [...cells].sort((a, b) => a[0] - b[0])) {
      const text = textOf(cell);
      if (text === null) continue;
      const key = foldKey(text);
      const match = def.columns.find((c) => !columns.has(c.id) && headerKeys(c).includes(key));
      if (match) columns.set(match.id, column);
      else extra.set(text, column);
    }
    if (columns.size >= 2 && columns.size > (best?.columns.size ?? 0)) best = { row, columns, extra };
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

export function readLines(workbook: FlatWorkbook, def: ListSheetDef): Line[] {
  const sheet = findSheet(workbook, def.name);
  const headers = sheet === null ? null : findHeaders(sheet, def);
  if (sheet === null || headers === null) return [];
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

function readInfo(workbook: FlatWorkbook, def: FormSheetDef): PlanInfo {
  const sheet = findSheet(workbook, def.name);
  const cells: Record<string, LocatedCell> = {};
  const addressOf: Record<string, string> = {};
  def.fields.forEach((field, index) => (addressOf[field.id] = `B${def.firstRow + index}`));
  for (const [row, columns] of sheet === null ? [] : toGrid(sheet).rows) {
    const label = textOf(columns.get(1));
    if (label === null) continue;
    const key = foldKey(label);
    const field = def.fields.find((f) =>
      [f.label, f.labelEn, ...(f.aliases ?? [])].map(foldKey).includes(key),
    );
    if (field === undefined) continue;
    addressOf[field.id] = `B${row}`;
    const cell = columns.get(2);
    if (cell !== undefined) cells[field.id] = { ...cell, address: `B${row}` };
  }
  return {
    addressOf,
    cells,
    province: textOf(cells["province"]),
    organisation: textOf(cells["organisation"]),
    year: wholeNumberOf(cells["year"]),
    asOf: dateOf(cells["asOf"]),
    nationalBudgetDong: dongOf(cells["nationalBudget"]),
    localBudgetDong: dongOf(cells["localBudget"]),
    drafter: textOf(cells["drafter"]),
    templateVersion: textOf(cells["templateVersion"]),
    lawVersion: textOf(cells["lawVersion"]),
    note: textOf(cells["note"]),
  };
}

/** "QG", "quốc gia", "ĐP", "DP", "địa phương" → fund. */
function fundOf(cell: FlatCell | undefined): Fund | null {
  const text = textOf(cell);
  if (text === null) return null;
  const key = foldKey(text);
  if (key === "qg" || key === "quocgia") return FUNDS[0];
  return key === "dp" || key === "diaphuong" ? FUNDS[1] : null;
}

function toDeAn(line: Line): DeAnLine {
  const c = line.cells;
  return {
    ...line,
    code: textOf(c["code"]),
    name: textOf(c["name"]),
    content: wholeNumberOf(c["content"]),
    kind: textOf(c["kind"])?.toUpperCase() ?? null,
    fund: fundOf(c["fund"]),
    count: quantityOf(c["count"]),
    place: textOf(c["place"]),
    priority: foldKey(textOf(c["priority"]) ?? "") === "ut",
    beneficiary: textOf(c["beneficiary"]),
    trade: textOf(c["trade"]),
    start: dateOf(c["start"]),
    end: dateOf(c["end"]),
    totalDong: dongOf(c["total"]),
    ceilingDong: dongOf(c["ceiling"]),
    supportDong: dongOf(c["support"]),
    counterpartDong: dongOf(c["counterpart"]),
    otherDong: dongOf(c["other"]),
    basis: textOf(c["basis"]),
    result: textOf(c["result"]),
    source: textOf(c["source"]),
    note: textOf(c["note"]),
  };
}

function toCostLine(line: Line): CostLine {
  const c = line.cells;
  return {
    ...line,
    deAnCode: textOf(c["deAnCode"]),
    item: textOf(c["item"]),
    unit: textOf(c["unit"]),
    quantity: quantityOf(c["quantity"]),
    unitPriceDong: lineDongOf(c["unitPrice"]),
    amountDong: lineDongOf(c["amount"]),
    supportDong: lineDongOf(c["support"]),
    counterpartDong: lineDongOf(c["counterpart"]),
    otherDong: lineDongOf(c["other"]),
    note: textOf(c["note"]),
  };
}

/** Reads every KC_ sheet it recognises. What is missing is simply empty; the shape rules say so. */
export function readPlan(workbook: FlatWorkbook): Plan {
  return {
    info: readInfo(workbook, INFO_SHEET),
    deAn: readLines(workbook, DE_AN_SHEET).map(toDeAn),
    costLines: readLines(workbook, COST_SHEET).map(toCostLine),
  };
}
