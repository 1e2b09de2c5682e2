/** Where new lines go: after the last used one, in the columns where the person keeps them. Pure. */
import { cellAddress, columnLetters, parseAddress } from "../../shared/kernel/address.ts";
import type { FlatSheet, FlatWorkbook } from "../../shared/kernel/flat.ts";
import type { RowValues } from "../../shared/workbook/build.ts";
import { rowCells } from "../../shared/workbook/build.ts";
import { findHeaders, findSheet, readLines, type HeaderMap } from "../../shared/workbook/read.ts";
import {
  columnLetter,
  FIRST_ROW,
  INFO_SHEET,
  INPUT_SHEETS,
  type ListSheetDef,
} from "../../shared/workbook/template.ts";
import { readPlan } from "../../shared/workbook/read.ts";
import { tokenize } from "../../shared/workbook/xlsx/formula.ts";
import { cellEntry, valueEntry, type Entry } from "./entry.ts";
import { ExcelProblem } from "./problem.ts";
import type { CellsWrite } from "./write-cells.ts";

/** A rectangle of neighbouring columns, written at once. */
export interface Segment {
  readonly address: string;
  readonly entries: readonly (readonly Entry[])[];
  readonly columnIds: readonly string[];
}

export interface Placement {
  readonly sheet: string;
  readonly firstRow: number;
  readonly rowCount: number;
  readonly segments: readonly Segment[];
}

export interface NewLines {
  readonly def: ListSheetDef;
  readonly rows: readonly RowValues[];
}

/** Template letter → letter in this workbook, for one sheet. */
function letterMap(def: ListSheetDef, headers: HeaderMap): Map<string, string> {
  const map = new Map<string, string>();
  for (const [id, column] of headers.columns) map.set(columnLetter(def, id), columnLetters(column));
  return map;
}

interface Moved {
  /** Sheet name (lower case) → template letter → letter here. */
  readonly letters: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Row of KC_ThongTin in the template → row here. */
  readonly infoRows: ReadonlyMap<number, number>;
}

function movedColumns(workbook: FlatWorkbook): Moved {
  const letters = new Map<string, ReadonlyMap<string, string>>();
  for (const def of INPUT_SHEETS) {
    const sheet = findSheet(workbook, def.name);
    const headers = sheet === null ? null : findHeaders(sheet, def);
    if (headers !== null) letters.set(def.name.toLowerCase(), letterMap(def, headers));
  }
  const { addressOf } = readPlan(workbook).info;
  const infoRows = new Map<number, number>();
  INFO_SHEET.fields.forEach((field, index) => {
    const row = parseAddress(addressOf[field.id] ?? "")?.row;
    if (row !== undefined) infoRows.set(INFO_SHEET.firstRow + index, row);
  });
  return { letters, infoRows };
}

/** A template formula as it must read where the columns stand in this workbook. */
function relocate(formula: string, home: string, moved: Moved): string {
  const tokens = tokenize(formula);
  let sheet = home.toLowerCase();
  return tokens
    .map((token, index) => {
      const before = tokens[index - 1]?.text ?? "";
      const after = tokens[index + 1]?.text;
      const cell = /^(\$?)([A-Z]{1,3})(\$?)(\d+)$/.exec(token.text);
      if (cell === null || after === "(" || after === "!") return token.text;
      // "KC_DuToan!$F$5:$F$5004": the second corner belongs to the sheet of the first.
      if (before === "!") sheet = (tokens[index - 2]?.text ?? home).toLowerCase();
      else if (before !== ":") sheet = home.toLowerCase();
      const [, d1 = "", letter = "", d2 = "", row = ""] = cell;
      const newRow =
        sheet === INFO_SHEET.name.toLowerCase() ? String(moved.infoRows.get(Number(row)) ?? row) : row;
      return `${d1}${moved.letters.get(sheet)?.get(letter) ?? letter}${d2}${newRow}`;
    })
    .join("");
}

function lastRowWithText(sheet: FlatSheet, headers: HeaderMap): number {
  const own = new Set(headers.extra.values());
  let last = headers.row;
  for (const [address, cell] of Object.entries(sheet.cells)) {
    const place = parseAddress(address);
    if (place === null || !own.has(place.column) || cell.value === null || cell.value === "") continue;
    last = Math.max(last, place.row);
  }
  return last;
}

function firstFreeRow(
  workbook: FlatWorkbook,
  sheet: FlatSheet,
  def: ListSheetDef,
  headers: HeaderMap,
): number {
  const used = readLines(workbook, def).at(-1)?.row ?? headers.row;
  return Math.max(used, lastRowWithText(sheet, headers)) + 1;
}

/** Runs of neighbouring columns: the person's own columns in between are never touched. */
function columnRuns(headers: HeaderMap): { id: string; column: number }[][] {
  const sorted = [...headers.columns]
    .map(([id, column]) => ({ id, column }))
    .sort((a, b) => a.column - b.column);
  const runs: { id: string; column: number }[][] = [];
  for (const entry of sorted) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1)?.column === entry.column - 1) run.push(entry);
    else runs.push([entry]);
  }
  return runs;
}

/** Throws ExcelProblem: not-found (sheet), no-header. */
function listIn(workbook: FlatWorkbook, def: ListSheetDef): { sheet: FlatSheet; headers: HeaderMap } {
  const sheet = findSheet(workbook, def.name);
  if (sheet === null) throw new ExcelProblem("not-found", def.name);
  const headers = findHeaders(sheet, def);
  if (headers === null) throw new ExcelProblem("no-header", sheet.name);
  return { sheet, headers };
}

/** Throws ExcelProblem: not-found (sheet), no-header, sheet-full. */
export function placeLines(workbook: FlatWorkbook, { def, rows }: NewLines): Placement {
  const { sheet, headers } = listIn(workbook, def);
  const firstRow = firstFreeRow(workbook, sheet, def, headers);
  if (firstRow + rows.length - 1 > FIRST_ROW + def.capacity - 1)
    throw new ExcelProblem("sheet-full", sheet.name);
  const moved = movedColumns(workbook);
  const lines = rows.map((values, index) => {
    const cells = rowCells(def, firstRow + index, values);
    return new Map(def.columns.map((column, i) => [column.id, cells[i] ?? null]));
  });
  const segments = columnRuns(headers).map((run): Segment => {
    const first = cellAddress(run[0]?.column ?? 1, firstRow);
    const last = cellAddress(run.at(-1)?.column ?? 1, firstRow + rows.length - 1);
    const entries = lines.map((line) =>
      run.map(({ id }) => {
        const entry = cellEntry(line.get(id) ?? null);
        const isFormula = line.get(id)?.formula !== undefined;
        return isFormula ? relocate(String(entry), def.name, moved) : entry;
      }),
    );
    return { address: `${first}:${last}`, entries, columnIds: run.map(({ id }) => id) };
  });
  return { sheet: sheet.name, firstRow, rowCount: rows.length, segments };
}

/** New content of a line that is there: only the columns named, where the person keeps them. */
export interface LineChange {
  readonly def: ListSheetDef;
  readonly row: number;
  readonly values: RowValues;
}

/** One write a cell. Columns the sheet does not have are left out. Throws ExcelProblem: not-found, no-header. */
export function placeChanges(workbook: FlatWorkbook, changes: readonly LineChange[]): CellsWrite[] {
  const moved = movedColumns(workbook);
  return changes.flatMap(({ def, row, values }) => {
    const { sheet, headers } = listIn(workbook, def);
    return Object.entries(values).flatMap(([id, value]): CellsWrite[] => {
      const column = headers.columns.get(id);
      if (column === undefined) return [];
      const isFormula = typeof value === "object" && value !== null;
      const entry = isFormula ? relocate(value.formula, def.name, moved) : valueEntry(value);
      return [{ sheet: sheet.name, address: cellAddress(column, row), entries: [[entry]] }];
    });
  });
}

/** Every column of the template emptied in a line, formulas too, a run at a time; the person's own columns stay. */
export function clearLine(workbook: FlatWorkbook, def: ListSheetDef, row: number): CellsWrite[] {
  const { sheet, headers } = listIn(workbook, def);
  return columnRuns(headers).map((run) => {
    const address = `${cellAddress(run[0]?.column ?? 1, row)}:${cellAddress(run.at(-1)?.column ?? 1, row)}`;
    return { sheet: sheet.name, address, entries: [run.map(() => valueEntry(null))] };
  });
}
