/** Parts that every sheet of a file shares: cells, rows, margins. */
import type { Cell, WriteSheet } from "hucre/xlsx";
import type { FlatCell, FlatSheet } from "../../kernel/flat.ts";
import { encodeFormula, formulaProblem, isUnwritable } from "./formula.ts";

export type Cells = Map<string, Partial<Cell>>;

const MILLIMETRES_PER_INCH = 25.4;

/** The format escapes characters as _xHHHH_; text that looks like such an escape must be escaped itself. */
export function escapeText(text: string): string {
  return text.replace(/_x(?=[0-9A-Fa-f]{4}_)/g, "_x005F_x");
}

/** Value or formula as the file keeps it; `tables` are the tables the file will have. */
export function content(cell: FlatCell, tables: readonly string[]): Partial<Cell> {
  const value = typeof cell.value === "string" ? escapeText(cell.value) : cell.value;
  if (cell.formula === undefined) return { value };
  const formula = encodeFormula(cell.formula);
  if (isUnwritable(cell.formula, tables) || formulaProblem(formula) !== null)
    return { value: value ?? escapeText(cell.formula) };
  return {
    formula,
    ...(value === null ? {} : { formulaResult: value }),
    ...(cell.array === undefined ? {} : { formulaType: "array", formulaRef: cell.array }),
  };
}

/** Rows and columns counted from 1. */
export function put(cells: Cells, row: number, column: number, cell: Partial<Cell>): void {
  cells.set(`${row - 1},${column - 1}`, cell);
}

/** Millimetres → the inches of the format. */
export function margins(top: number, right: number, bottom: number, left: number) {
  const inch = (millimetres: number) => Math.round((millimetres / MILLIMETRES_PER_INCH) * 100) / 100;
  return {
    top: inch(top),
    right: inch(right),
    bottom: inch(bottom),
    left: inch(left),
    header: inch(8),
    footer: inch(8),
  };
}

export function rowProperties(
  sheet: FlatSheet,
  heights: ReadonlyMap<number, number>,
): NonNullable<WriteSheet["rowDefs"]> {
  const rows: NonNullable<WriteSheet["rowDefs"]> = new Map();
  for (const [row, height] of heights) rows.set(row - 1, { height });
  for (const row of sheet.hiddenRows ?? []) rows.set(row - 1, { ...rows.get(row - 1), hidden: true });
  return rows;
}

export function footer(name: string) {
  return { oddFooter: `&L&"Times New Roman,Regular"&9${name}&R&"Times New Roman,Regular"&9Trang &P/&N` };
}

/** Names that may stand before "!" without quotes. */
export function needsNoQuotes(sheetName: string): boolean {
  return /^[A-Za-z_]\w*$/.test(sheetName) && !/^[A-Za-z]{1,3}\d+$/.test(sheetName);
}

export function quoteSheet(sheetName: string): string {
  return needsNoQuotes(sheetName) ? sheetName : `'${sheetName.replaceAll("'", "''")}'`;
}
