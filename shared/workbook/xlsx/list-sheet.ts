/** The list sheets of the template: header, total, lines, dropdowns, table. Own columns of the user are kept as they are. */
import type { CellStyle, DataValidation, TableDefinition, WriteSheet } from "hucre/xlsx";
import { cellAddress, columnLetters, parseAddress } from "../../kernel/address.ts";
import type { FlatCell, FlatSheet } from "../../kernel/flat.ts";
import { findHeaders, type HeaderMap } from "../read.ts";
import {
  HEADER_ROW,
  HELP_ROW,
  RESULT_SHEET,
  TITLE_ROW,
  TOTAL_ROW,
  type ColumnDef,
  type ListSheetDef,
} from "../template.ts";
import { findingRules, markedRange } from "./finding-marks.ts";
import type { NamedList } from "./lists-sheet.ts";
import {
  CHARACTER_WIDTH,
  HELP,
  LINE_POINTS,
  MAX_ROW_HEIGHT,
  TITLE,
  bodyStyle,
  headerStyle,
  plainStyle,
  totalStyle,
} from "./looks.ts";
import { PROTECTION, unlocked } from "./protection.ts";
import {
  content,
  escapeText,
  footer,
  margins,
  needsNoQuotes,
  put,
  rowProperties,
  type Cells,
} from "./sheet-cells.ts";

/** Bordered lines in all, so that people see where to go on; a longer list keeps a few empty ones at its end. */
const LINES_SHOWN = 16;
const SPARE_ROWS = 3;
/** Beyond this many characters a sheet does not fit one A4 page legibly. */
const CHARACTERS_PER_PAGE = 260;

export interface ListLayout {
  readonly def: ListSheetDef;
  readonly headers: HeaderMap;
  /** column number → definition, absent for the user's own columns */
  readonly byColumn: ReadonlyMap<number, ColumnDef>;
  readonly lastColumn: number;
  readonly lastRow: number;
}

/** Null when no header row is recognised. */
export function layoutOf(sheet: FlatSheet, def: ListSheetDef): ListLayout | null {
  const headers = findHeaders(sheet, def);
  if (headers === null) return null;
  const byColumn = new Map<number, ColumnDef>();
  for (const [id, column] of headers.columns) {
    const found = def.columns.find((candidate) => candidate.id === id);
    if (found !== undefined) byColumn.set(column, found);
  }
  const places = Object.keys(sheet.cells)
    .map(parseAddress)
    .filter((place) => place !== null);
  return {
    def,
    headers,
    byColumn,
    lastColumn: Math.max(...headers.columns.values(), ...headers.extra.values()),
    lastRow: Math.max(headers.row + 1, ...places.map((place) => place.row)),
  };
}

function roleOf(column: ColumnDef | undefined): "required" | "computed" | "plain" {
  if (column?.formula !== undefined) return "computed";
  return column?.required === true ? "required" : "plain";
}

function listStyle(layout: ListLayout, row: number, columnNumber: number, cell: FlatCell): CellStyle {
  const column = layout.byColumn.get(columnNumber);
  if (row === layout.headers.row) return headerStyle(roleOf(column));
  if (row > layout.headers.row) {
    if (column === undefined) return plainStyle(cell.format, cell.font);
    return bodyStyle({
      kind: column.kind,
      computed: column.formula !== undefined,
      width: column.width,
      value: cell.value,
      format: cell.format,
      font: cell.font,
    });
  }
  const ours = layout.headers.row === HEADER_ROW;
  if (ours && row === TITLE_ROW && columnNumber === 1) return TITLE;
  if (ours && row === HELP_ROW && columnNumber === 1) return HELP;
  if (ours && row === TOTAL_ROW) return totalStyle(columnNumber === 1 ? "text" : (column?.kind ?? "text"));
  return plainStyle(cell.format, cell.font);
}

/** Headers and totals of the template and its formulas; what people type stays open. */
function isLocked(layout: ListLayout, row: number, columnNumber: number, cell: FlatCell): boolean {
  const column = layout.byColumn.get(columnNumber);
  if (row > layout.headers.row) return column?.formula !== undefined && cell.formula !== undefined;
  if (row === layout.headers.row) return column !== undefined;
  return layout.headers.row === HEADER_ROW && row === TOTAL_ROW && cell.formula !== undefined;
}

function lastShown(layout: ListLayout): number {
  // Nobody types into a sheet without required columns.
  if (!layout.def.columns.some((column) => column.required === true)) return layout.lastRow;
  const wanted = Math.max(layout.headers.row + LINES_SHOWN, layout.lastRow + SPARE_ROWS);
  return Math.min(wanted, layout.headers.row + layout.def.capacity);
}

function spareCells(layout: ListLayout, cells: Cells): void {
  const last = lastShown(layout);
  for (let row = layout.headers.row + 1; row <= last; row += 1) {
    for (const [number, column] of layout.byColumn) {
      if (cells.has(`${row - 1},${number - 1}`)) continue;
      put(cells, row, number, {
        style: unlocked(bodyStyle({ kind: column.kind, computed: false, width: column.width, value: null })),
      });
    }
  }
}

function totalBand(layout: ListLayout, cells: Cells): void {
  if (layout.headers.row !== HEADER_ROW || !cells.has(`${TOTAL_ROW - 1},0`)) return;
  for (let column = 1; column <= layout.lastColumn; column += 1) {
    if (!cells.has(`${TOTAL_ROW - 1},${column - 1}`))
      put(cells, TOTAL_ROW, column, { style: totalStyle("text") });
  }
}

/** Height that shows every wrapped text of a line; programs grow it further on editing. */
function lineHeights(sheet: FlatSheet, layout: ListLayout): Map<number, number> {
  const heights = new Map<number, number>();
  for (let row = layout.headers.row + 1; row <= lastShown(layout); row += 1)
    heights.set(row, LINE_POINTS + 6);
  for (const [address, cell] of Object.entries(sheet.cells)) {
    const place = parseAddress(address);
    const column = place === null ? undefined : layout.byColumn.get(place.column);
    if (
      place === null ||
      place.row <= layout.headers.row ||
      column?.kind !== "text" ||
      typeof cell.value !== "string"
    )
      continue;
    const lines = cell.value
      .split("\n")
      .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * CHARACTER_WIDTH) / column.width)), 0);
    heights.set(
      place.row,
      Math.max(heights.get(place.row) ?? LINE_POINTS + 6, Math.min(lines * LINE_POINTS + 6, MAX_ROW_HEIGHT)),
    );
  }
  return heights;
}

/** Lines a text takes when it breaks between words only. */
function wrappedLines(text: string, width: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(" ")) {
    const needs = (word.length + 1) * CHARACTER_WIDTH;
    if (used > 0 && used + needs > width) {
      lines += 1;
      used = 0;
    }
    used += needs;
  }
  return lines;
}

function headerHeight(layout: ListLayout): number {
  const lines = [...layout.byColumn.values()].map((column) => wrappedLines(column.header, column.width));
  return Math.max(3, ...lines) * LINE_POINTS + 4;
}

function validations(layout: ListLayout, lists: readonly NamedList[]): DataValidation[] {
  const rows = [layout.headers.row + 1, layout.headers.row + layout.def.capacity] as const;
  const result: DataValidation[] = [];
  for (const [number, column] of layout.byColumn) {
    if (column.list === undefined) continue;
    const long = lists.find((list) => list.id === `${layout.def.name}.${column.id}`);
    const letter = columnLetters(number);
    result.push({
      type: "list",
      range: `${letter}${rows[0]}:${letter}${rows[1]}`,
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: "stop",
      errorTitle: column.header.slice(0, 32),
      errorMessage: "Chỉ chọn một giá trị trong danh sách.",
      ...(long === undefined ? { values: [...column.list] } : { formula1: long.reference }),
    });
  }
  return result;
}

/** An Excel table is added only when nothing could make Excel refuse it: one unbroken row of distinct headers. */
export function tableOf(sheet: FlatSheet, layout: ListLayout): TableDefinition | null {
  const names: string[] = [];
  for (let column = 1; column <= layout.lastColumn; column += 1) {
    const header = sheet.cells[cellAddress(column, layout.headers.row)];
    if (header === undefined || header.formula !== undefined || typeof header.value !== "string") return null;
    if (header.value.trim() === "" || /[\n\r\t]/.test(header.value) || header.value.length > 255) return null;
    names.push(header.value);
  }
  if (new Set(names.map((name) => name.toLowerCase())).size < names.length) return null;
  return {
    name: layout.def.tableName,
    range: `A${layout.headers.row}:${columnLetters(layout.lastColumn)}${layout.lastRow}`,
    columns: names.map((name) => ({ name: escapeText(name) })),
    style: "TableStyleLight1",
    showRowStripes: false,
  };
}

/** Header repeated on every page, the first column too when a line goes over two pages. */
function printTitles(sheet: FlatSheet, layout: ListLayout, pages: number) {
  // The codec writes the sheet's name without quotes.
  if (!needsNoQuotes(sheet.name)) return {};
  const rows = { printTitlesRow: `$${layout.headers.row}:$${layout.headers.row}` };
  return pages > 1 ? { ...rows, printTitlesColumn: "$A:$A" } : rows;
}

export function listSheet(
  sheet: FlatSheet,
  def: ListSheetDef,
  layout: ListLayout,
  lists: readonly NamedList[],
  tables: readonly string[],
  hasResults: boolean,
): WriteSheet {
  const cells: Cells = new Map();
  for (const [address, cell] of Object.entries(sheet.cells)) {
    const place = parseAddress(address);
    if (place === null) continue;
    const style = listStyle(layout, place.row, place.column, cell);
    put(cells, place.row, place.column, {
      ...content(cell, tables),
      style: isLocked(layout, place.row, place.column, cell) ? style : unlocked(style),
    });
  }
  for (const [number, column] of layout.byColumn) {
    const header = cells.get(`${layout.headers.row - 1},${number - 1}`);
    if (header !== undefined && column.help !== "")
      header.comment = { author: "KhuyenCong", text: column.help };
  }
  totalBand(layout, cells);
  spareCells(layout, cells);
  const table = tableOf(sheet, layout);
  const widths = Array.from(
    { length: layout.lastColumn },
    (_, index) => layout.byColumn.get(index + 1)?.width ?? 14,
  );
  const pages = Math.ceil(widths.reduce((sum, width) => sum + width, 0) / CHARACTERS_PER_PAGE);
  const heights = lineHeights(sheet, layout).set(layout.headers.row, headerHeight(layout));
  if (layout.headers.row === HEADER_ROW) heights.set(TITLE_ROW, 28).set(HELP_ROW, 20).set(TOTAL_ROW, 22);
  return {
    name: sheet.name,
    ...(sheet.hidden === true ? { hidden: true } : {}),
    cells,
    columns: widths.map((width) => ({ width })),
    rowDefs: rowProperties(sheet, heights),
    freezePane: { rows: layout.headers.row, columns: def.columns.length > 12 ? 2 : 1 },
    dataValidations: validations(layout, lists),
    ...(def.columns.some((column) => column.formula !== undefined) ? { protection: PROTECTION } : {}),
    ...(hasResults || def === RESULT_SHEET
      ? {
          conditionalRules: findingRules(
            sheet.name,
            markedRange(def, layout.headers.row + 1, layout.lastColumn),
          ),
        }
      : {}),
    ...(table === null ? {} : { tables: [table] }),
    view: { showGridLines: false },
    headerFooter: footer(sheet.name),
    pageSetup: {
      paperSize: "a4",
      orientation: def.landscape ? "landscape" : "portrait",
      fitToPage: true,
      fitToWidth: pages,
      fitToHeight: 0,
      margins: margins(20, 15, 20, 20),
      ...printTitles(sheet, layout, pages),
    },
  };
}
