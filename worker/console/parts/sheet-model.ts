/** A flat sheet as the pages draw it: rows and columns in order, values as text, findings and differences in place. */
import { columnLetters, parseAddress } from "../../../shared/kernel/address.ts";
import { dateFromSerial, formatDate } from "../../../shared/kernel/date.ts";
import type { Finding, Severity } from "../../../shared/kernel/finding.ts";
import type { FlatCell, FlatSheet } from "../../../shared/kernel/flat.ts";
import { formatDong } from "../../../shared/kernel/money.ts";
import { plainDecimal } from "../../../shared/kernel/quantity.ts";
import { foldKey } from "../../../shared/kernel/text.ts";
import { findHeaders } from "../../../shared/workbook/read.ts";
import type { Difference } from "../../../shared/workbook/recompute.ts";
import {
  ALL_SHEETS,
  type ColumnKind,
  type FormSheetDef,
  type ListSheetDef,
} from "../../../shared/workbook/template.ts";

export interface SheetColumn {
  readonly number: number;
  readonly letters: string;
  /** In characters, as the template says; own columns get a middling one. */
  readonly width: number;
  readonly kind: ColumnKind | null;
  readonly header: string | null;
}

export interface SheetCell {
  readonly address: string;
  readonly text: string;
  readonly formula: string | null;
  readonly numeric: boolean;
}

export interface SheetRow {
  readonly number: number;
  readonly cells: ReadonlyMap<number, SheetCell>;
}

export interface SheetModel {
  readonly name: string;
  /** Title inside the sheet, or null for a sheet that is not ours. */
  readonly title: string | null;
  readonly headerRow: number | null;
  readonly columns: readonly SheetColumn[];
  /** Rows 1…last used, without gaps. */
  readonly rows: readonly SheetRow[];
  /** Prepared rows below the last used one: they hold formulas only. */
  readonly unusedRows: number;
}

const OWN_COLUMN_WIDTH = 14;
/** Labels, values, help. */
const FORM_WIDTHS = [34, 38, 38];

export function sheetDefinition(name: string): ListSheetDef | FormSheetDef | null {
  const key = foldKey(name);
  return ALL_SHEETS.find((def) => foldKey(def.name) === key) ?? null;
}

/** A number as the template's column shows it: 1.234.567 · 12,5 · 30/06/2018. */
function numberText(value: number, kind: ColumnKind | null, format: string | undefined): string {
  const isDate =
    kind === "date" || (kind === null && format !== undefined && /d{1,2}.*m|m.*y{2}/i.test(format));
  if (isDate) {
    const date = dateFromSerial(value);
    if (date.ok) return formatDate(date.value);
  }
  const grouped =
    kind === "dong" || kind === "quantity" || (kind === null && (format ?? "").includes("#,##0"));
  if (!grouped) return plainDecimal(value).replace(".", ",");
  if (Number.isInteger(value)) return formatDong(value);
  const [whole = "0", fraction = ""] = plainDecimal(Math.abs(value)).split(".");
  return `${value < 0 ? "-" : ""}${formatDong(Number(whole))},${fraction}`;
}

function cellText(cell: FlatCell, kind: ColumnKind | null): string {
  if (cell.value === null) return "";
  if (typeof cell.value === "number") return numberText(cell.value, kind, cell.format);
  if (typeof cell.value === "boolean") return cell.value ? "TRUE" : "FALSE";
  return cell.value;
}

interface Layout {
  readonly headerRow: number | null;
  readonly kindAt: (column: number, row: number) => ColumnKind | null;
  readonly widthAt: (column: number) => number;
}

function listLayout(sheet: FlatSheet, def: ListSheetDef): Layout {
  const headers = findHeaders(sheet, def);
  const byNumber = new Map(
    [...(headers?.columns ?? [])].map(([id, number]) => [
      number,
      def.columns.find((column) => column.id === id),
    ]),
  );
  const headerRow = headers?.row ?? null;
  return {
    headerRow,
    kindAt: (column, row) => (row === headerRow ? null : (byNumber.get(column)?.kind ?? null)),
    widthAt: (column) => byNumber.get(column)?.width ?? OWN_COLUMN_WIDTH,
  };
}

function formLayout(def: FormSheetDef): Layout {
  return {
    headerRow: null,
    kindAt: (column, row) => (column === 2 ? (def.fields[row - def.firstRow]?.kind ?? null) : null),
    widthAt: (column) => FORM_WIDTHS[column - 1] ?? OWN_COLUMN_WIDTH,
  };
}

const PLAIN: Layout = { headerRow: null, kindAt: () => null, widthAt: () => OWN_COLUMN_WIDTH };

function layoutOf(sheet: FlatSheet, def: ListSheetDef | FormSheetDef | null): Layout {
  if (def === null) return PLAIN;
  return def.kind === "list" ? listLayout(sheet, def) : formLayout(def);
}

/** One cell's value as the sheet shows it; "" when empty. */
export function shownValue(sheet: FlatSheet, address: string): string {
  const place = parseAddress(address);
  const cell = sheet.cells[address];
  if (place === null || cell === undefined) return "";
  return cellText(cell, layoutOf(sheet, sheetDefinition(sheet.name)).kindAt(place.column, place.row));
}

function isTyped(cell: FlatCell): boolean {
  return cell.formula === undefined && cell.value !== null && cell.value !== "";
}

/** `keepRows`: rows that must be drawn even when empty, because something is said about them. */
export function buildSheetModel(sheet: FlatSheet, keepRows: readonly number[]): SheetModel {
  const def = sheetDefinition(sheet.name);
  const layout = layoutOf(sheet, def);
  const placed = new Map<number, Map<number, SheetCell>>();
  let lastTyped = Math.max(layout.headerRow ?? 0, ...keepRows, 1);
  let lastRow = lastTyped;
  let lastColumn = 1;
  for (const [address, cell] of Object.entries(sheet.cells)) {
    const place = parseAddress(address);
    if (place === null) continue;
    const row = placed.get(place.row) ?? new Map<number, SheetCell>();
    placed.set(place.row, row);
    row.set(place.column, {
      address,
      text: cellText(cell, layout.kindAt(place.column, place.row)),
      formula: cell.formula ?? null,
      numeric: typeof cell.value === "number",
    });
    lastRow = Math.max(lastRow, place.row);
    lastColumn = Math.max(lastColumn, place.column);
    if (isTyped(cell)) lastTyped = Math.max(lastTyped, place.row);
  }
  const headerCells = layout.headerRow === null ? undefined : placed.get(layout.headerRow);
  const columns = Array.from({ length: lastColumn }, (_, index) => ({
    number: index + 1,
    letters: columnLetters(index + 1),
    width: layout.widthAt(index + 1),
    kind: layout.kindAt(index + 1, -1),
    header: headerCells?.get(index + 1)?.text ?? null,
  }));
  const empty: ReadonlyMap<number, SheetCell> = new Map();
  const rows = Array.from({ length: lastTyped }, (_, index) => ({
    number: index + 1,
    cells: placed.get(index + 1) ?? empty,
  }));
  return {
    name: sheet.name,
    title: def?.title ?? null,
    headerRow: layout.headerRow,
    columns,
    rows,
    unusedRows: lastRow - lastTyped,
  };
}

/** What is said about one cell or one whole row. */
export interface Mark {
  readonly severity: Severity;
  readonly findings: readonly Finding[];
  readonly difference: Difference | null;
}

const RANK = { error: 0, warning: 1, info: 2 } as const;

/** Key: "sheet!A5" for a cell, "sheet!5" for a row. Sheet names compare without case. */
export function markKey(sheet: string, place: string | number): string {
  return `${foldKey(sheet)}!${place}`;
}

export function placeOf(finding: { readonly where: Finding["where"] }): string | null {
  const { sheet, cell, row } = finding.where;
  if (cell !== undefined) return markKey(sheet, cell);
  return row === undefined ? null : markKey(sheet, row);
}

export function collectMarks(
  findings: readonly Finding[],
  differences: readonly Difference[],
): ReadonlyMap<string, Mark> {
  const marks = new Map<string, Mark>();
  for (const finding of findings) {
    const key = placeOf(finding);
    if (key === null) continue;
    const before = marks.get(key);
    const severity =
      before === undefined || RANK[finding.severity] < RANK[before.severity]
        ? finding.severity
        : before.severity;
    marks.set(key, { severity, findings: [...(before?.findings ?? []), finding], difference: null });
  }
  for (const difference of differences) {
    const key = placeOf(difference);
    if (key === null) continue;
    const before = marks.get(key);
    const severity = typeof difference.expectedValue === "string" ? "info" : "error";
    marks.set(key, { severity: before?.severity ?? severity, findings: before?.findings ?? [], difference });
  }
  return marks;
}

/** Rows of a sheet about which something is said. */
export function rowsSpokenOf(sheet: string, findings: readonly Finding[]): number[] {
  const key = foldKey(sheet);
  return findings
    .filter((finding) => foldKey(finding.where.sheet) === key)
    .map((finding) => finding.where.row ?? parseAddress(finding.where.cell ?? "")?.row ?? 0);
}
