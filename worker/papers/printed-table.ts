/**
 * A printed sheet: title, a table of groups with live sums and their values, A4. Texts are written as texts, never as
 * formulas, whatever they begin with; amounts are whole numbers and add up.
 */
import { columnLetters } from "../../shared/kernel/address.ts";
import { addDong, dong } from "../../shared/kernel/money.ts";
import {
  FONT,
  MAX_ROW_HEIGHT,
  type PrintedCell,
  type PrintedMerge,
  type PrintedSheet,
  type PrintedStyle,
} from "../../shared/workbook/xlsx/index.ts";

export interface PrintedColumn<Row> {
  readonly header: string;
  readonly width: number;
  readonly align: "left" | "center" | "right";
  readonly value: (row: Row, index: number) => string | number | null;
  /** Whole numbers that are added up in the heads of groups and at the end. */
  readonly sum?: true;
  /** Per cent with one decimal; not added. */
  readonly percent?: true;
  /** What stands at the end of the column where nothing is added. */
  readonly total?: string | number | null;
}

export interface PrintedGroup<Row> {
  /** Null: the rows stand without a head. */
  readonly label: string | null;
  readonly rows: readonly Row[];
}

export interface Look {
  readonly align?: "left" | "center" | "right";
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly size?: number;
  readonly box?: boolean;
  readonly fill?: string;
  readonly money?: boolean;
  readonly percent?: boolean;
  /** As many decimals as there are, at most six. */
  readonly quantity?: boolean;
  readonly underline?: boolean;
}

const LINE = { style: "thin", color: { rgb: "000000" } } as const;
const BOX = { top: LINE, right: LINE, bottom: LINE, left: LINE };
const WHOLE = '#,##0;-#,##0;"–"';
const QUANTITY = "#,##0.######";
const PERCENT = '0.0" %"';
const HEAD_FILL = "E7EEF5";
const GROUP_FILL = "F5F5F5";

function style(look: Look): PrintedStyle {
  return {
    font: {
      name: FONT,
      size: look.size ?? 12,
      ...(look.bold === true ? { bold: true } : {}),
      ...(look.italic === true ? { italic: true } : {}),
      ...(look.underline === true ? { underline: true } : {}),
    },
    alignment: { horizontal: look.align ?? "left", vertical: "center", wrapText: true },
    ...(look.box === true ? { border: BOX } : {}),
    ...(look.fill === undefined
      ? {}
      : { fill: { type: "pattern", pattern: "solid", fgColor: { rgb: look.fill } } }),
    ...(look.money === true ? { numFmt: WHOLE } : {}),
    ...(look.percent === true ? { numFmt: PERCENT } : {}),
    ...(look.quantity === true ? { numFmt: QUANTITY } : {}),
  };
}

/** A sheet filled row by row; rows and columns counted from 1. */
export class Page {
  readonly cells = new Map<string, Partial<PrintedCell>>();
  readonly merges: PrintedMerge[] = [];
  readonly heights = new Map<number, { height: number }>();

  put(row: number, column: number, value: string | number | null, look: Look, formula?: string): void {
    const content = formula === undefined ? { value } : { formula, formulaResult: value };
    this.cells.set(`${row - 1},${column - 1}`, { ...content, style: style(look) });
  }

  span(row: number, from: number, to: number, text: string, look: Look, height?: number): void {
    for (let column = from; column <= to; column += 1)
      this.put(row, column, column === from ? text : null, look);
    if (to > from)
      this.merges.push({ startRow: row - 1, startCol: from - 1, endRow: row - 1, endCol: to - 1 });
    if (height !== undefined) this.height(row, height);
  }

  height(row: number, height: number): void {
    this.heights.set(row - 1, { height: Math.min(MAX_ROW_HEIGHT, height) });
  }
}

/** What is added up must be written as a whole number; anything else is a mistake of the table, not of its reader. */
function amountOf<Row>(column: PrintedColumn<Row>, row: Row): number {
  const value = column.value(row, 0);
  if (value === null) return 0;
  if (typeof value !== "number") throw new Error(`column “${column.header}” adds up texts`);
  return dong(value);
}

function sumOf<Row>(column: PrintedColumn<Row>, rows: readonly Row[]): number {
  return addDong(...rows.map((row) => dong(amountOf(column, row))));
}

function linesNeeded<Row>(columns: readonly PrintedColumn<Row>[], row: Row): number {
  return Math.max(
    1,
    ...columns.map(({ value, width }) => Math.ceil((String(value(row, 0) ?? "").length * 1.1) / width)),
  );
}

/** Columns before the first sum carry the label of a head. */
function labelWidth<Row>(columns: readonly PrintedColumn<Row>[]): number {
  const first = columns.findIndex(({ sum, percent }) => sum === true || percent === true);
  return first === -1 ? columns.length : first;
}

function headRow<Row>(
  page: Page,
  columns: readonly PrintedColumn<Row>[],
  at: { readonly row: number; readonly label: string; readonly look: Look },
  sumsOf: (
    column: PrintedColumn<Row>,
    letter: string,
  ) => { value: string | number | null; formula?: string | undefined },
): void {
  const span = labelWidth(columns);
  page.span(at.row, 1, span, at.label, { bold: true, box: true, ...at.look }, 24);
  columns.slice(span).forEach((column, index) => {
    const { value, formula } = sumsOf(column, columnLetters(span + index + 1));
    const look: Look = {
      bold: true,
      box: true,
      ...at.look,
      align: column.align,
      money: column.sum === true,
      percent: column.percent === true && typeof value === "number",
    };
    page.put(at.row, span + index + 1, value, look, formula);
  });
}

function groupRows<Row>(
  page: Page,
  columns: readonly PrintedColumn<Row>[],
  group: PrintedGroup<Row>,
  row: number,
): number {
  const first = group.label === null ? row : row + 1;
  const last = first + group.rows.length - 1;
  if (group.label !== null)
    headRow(page, columns, { row, label: group.label, look: { fill: GROUP_FILL } }, (column, letter) =>
      column.sum === true
        ? { value: sumOf(column, group.rows), formula: `SUM(${letter}${first}:${letter}${last})` }
        : { value: null },
    );
  group.rows.forEach((item, at) => {
    columns.forEach((column, index) => {
      const value = column.value(item, at);
      page.put(first + at, index + 1, value, {
        align: column.align,
        box: true,
        money: column.sum === true,
        percent: column.percent === true && typeof value === "number",
      });
    });
    page.height(first + at, Math.max(22, linesNeeded(columns, item) * 16 + 6));
  });
  return last + 1;
}

/** Header, groups, the total; returns the first free row. A group without rows is left out. */
export function putTable<Row>(
  page: Page,
  columns: readonly PrintedColumn<Row>[],
  given: readonly PrintedGroup<Row>[],
  headerRow: number,
): number {
  columns.forEach((column, index) =>
    page.put(headerRow, index + 1, column.header, {
      align: "center",
      bold: true,
      box: true,
      fill: HEAD_FILL,
    }),
  );
  page.height(headerRow, 66);
  const groups = given.filter(({ rows }) => rows.length > 0);
  const summed: string[] = [];
  let row = headerRow + 1;
  for (const group of groups) {
    const next = groupRows(page, columns, group, row);
    summed.push(group.label === null ? `#${row}:#${next - 1}` : `#${row}`);
    row = next;
  }
  const heads = groups.every(({ label }) => label !== null);
  const all = groups.flatMap(({ rows }) => rows);
  headRow(
    page,
    columns,
    { row, label: "TỔNG CỘNG", look: { fill: HEAD_FILL, align: "center" } },
    (column, letter) => {
      if (column.sum !== true) return { value: column.total ?? null };
      const places = summed.map((place) => place.replaceAll("#", letter));
      const formula = places.length === 0 ? undefined : heads ? places.join("+") : `SUM(${places.join(",")})`;
      return { value: sumOf(column, all), formula };
    },
  );
  return row + 1;
}

const inch = (millimetres: number) => Math.round((millimetres / 25.4) * 100) / 100;

export interface SheetSetup {
  readonly name: string;
  readonly widths: readonly number[];
  readonly headerRow: number;
  /** Columns that stay when scrolling. */
  readonly frozenColumns: number;
}

/** A4 across, all columns on one page's width, the header on every page, the page's number below. */
export function printedSheet(
  page: Page,
  { name, widths, headerRow, frozenColumns }: SheetSetup,
): PrintedSheet {
  return {
    name,
    cells: page.cells,
    merges: page.merges,
    rowDefs: page.heights,
    columns: widths.map((width) => ({ width })),
    view: { showGridLines: false },
    freezePane: { rows: headerRow, columns: frozenColumns },
    headerFooter: { oddFooter: `&C&"${FONT},Regular"&10Trang &P/&N` },
    pageSetup: {
      paperSize: "a4",
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${headerRow}:$${headerRow}`,
      margins: {
        top: inch(20),
        right: inch(15),
        bottom: inch(20),
        left: inch(20),
        header: inch(8),
        footer: inch(8),
      },
    },
  };
}

/** Who issues it at the left, the nation's name at the right, as papers begin (NĐ 30/2020/NĐ-CP). */
export function putLetterhead(page: Page, heading: readonly string[], width: number): void {
  const left = Math.max(1, Math.floor(width * 0.4));
  const right = Math.min(width, left + 2);
  page.span(1, 1, left, heading.join(" "), { align: "center", bold: true, size: 13 }, 20);
  page.span(1, right, width, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", { align: "center", bold: true, size: 13 });
  page.span(
    2,
    right,
    width,
    "Độc lập - Tự do - Hạnh phúc",
    { align: "center", bold: true, size: 13, underline: true },
    20,
  );
}

export interface Signing {
  readonly place: string;
  /** "ngày 05 tháng 02 năm 2026", or dots to be filled in by hand. */
  readonly day: string;
  readonly authority: string;
}

export function putSigning(
  page: Page,
  { place, day, authority }: Signing,
  width: number,
  from: number,
): void {
  const left = Math.max(1, Math.floor(width * 0.4));
  const right = Math.min(width, left + 2);
  page.span(from, right, width, `${place}, ${day}`, { align: "center", italic: true, size: 13 }, 20);
  page.span(from + 1, 1, left, "NGƯỜI LẬP BIỂU", { align: "center", bold: true, size: 13 }, 20);
  page.span(from + 1, right, width, authority, { align: "center", bold: true, size: 13 });
  page.span(from + 2, 1, left, "(Ký, ghi rõ họ tên)", { align: "center", italic: true });
  page.span(from + 2, right, width, "(Ký, ghi rõ họ tên, đóng dấu)", { align: "center", italic: true });
}
