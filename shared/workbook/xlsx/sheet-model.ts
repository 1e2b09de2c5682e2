/** Flat sheet + template definition → the sheet as the file writer wants it. The user's own cells are kept as they are. */
import type { Cell, CellStyle, DataValidation, TableDefinition, WriteSheet } from "hucre/xlsx";
import { cellAddress, columnLetters, parseAddress } from "../../kernel/address.ts";
import type { FlatCell, FlatSheet } from "../../kernel/flat.ts";
import { foldKey } from "../../kernel/text.ts";
import { findHeaders, textOf, type HeaderMap } from "../read.ts";
import {
  ALL_SHEETS,
  HEADER_ROW,
  HELP_ROW,
  TITLE_ROW,
  TOTAL_ROW,
  type ColumnDef,
  type FormSheetDef,
  type ListSheetDef,
} from "../template.ts";
import { encodeFormula, isUnwritable } from "./formula.ts";
import { LISTS_SHEET } from "./lists-sheet.ts";
import {
  BODY,
  HELP,
  LABEL,
  TITLE,
  bodyStyle,
  fieldStyle,
  headerStyle,
  plainStyle,
  totalStyle,
} from "./looks.ts";

type Cells = Map<string, Partial<Cell>>;

/** Empty lines with borders under the last one, so that people see where to go on. */
const SPARE_ROWS = 20;
/** A cell's own dropdown list holds at most this many characters. */
const INLINE_LIST = 255;
/** Points. */
const LINE_HEIGHT = 16;
const MAX_ROW_HEIGHT = 400;
const MILLIMETRES_PER_INCH = 25.4;
/** Beyond this many characters a sheet does not fit one A4 page legibly. */
const CHARACTERS_PER_PAGE = 210;

/** The format escapes characters as _xHHHH_; text that looks like such an escape must be escaped itself. */
function escapeText(text: string): string {
  return text.replace(/_x(?=[0-9A-Fa-f]{4}_)/g, "_x005F_x");
}

function content(cell: FlatCell, tables: readonly string[]): Partial<Cell> {
  const value = typeof cell.value === "string" ? escapeText(cell.value) : cell.value;
  if (cell.formula === undefined) return { value };
  if (isUnwritable(cell.formula, tables)) return { value: value ?? escapeText(cell.formula) };
  return { formula: encodeFormula(cell.formula), ...(value === null ? {} : { formulaResult: value }) };
}

function put(cells: Cells, row: number, column: number, cell: Partial<Cell>): void {
  cells.set(`${row - 1},${column - 1}`, cell);
}

function definitionOf(sheet: FlatSheet): FormSheetDef | ListSheetDef | undefined {
  return ALL_SHEETS.find((def) => foldKey(def.name) === foldKey(sheet.name));
}

function margins(top: number, right: number, bottom: number, left: number) {
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

function rowProperties(
  sheet: FlatSheet,
  heights: ReadonlyMap<number, number>,
): NonNullable<WriteSheet["rowDefs"]> {
  const rows: NonNullable<WriteSheet["rowDefs"]> = new Map();
  for (const [row, height] of heights) rows.set(row - 1, { height });
  for (const row of sheet.hiddenRows ?? []) rows.set(row - 1, { ...rows.get(row - 1), hidden: true });
  return rows;
}

function footer(name: string) {
  return { oddFooter: `&L&"Times New Roman,Regular"&9${name}&R&"Times New Roman,Regular"&9Trang &P/&N` };
}

// --- list sheets -----------------------------------------------------------------------------------------------

interface ListLayout {
  readonly def: ListSheetDef;
  readonly headers: HeaderMap;
  /** column number → definition, absent for the user's own columns */
  readonly byColumn: ReadonlyMap<number, ColumnDef>;
  readonly lastColumn: number;
  readonly lastRow: number;
}

function layoutOf(sheet: FlatSheet, def: ListSheetDef): ListLayout | null {
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

function spareCells(layout: ListLayout, cells: Cells): void {
  const last = Math.min(layout.lastRow + SPARE_ROWS, layout.headers.row + layout.def.capacity);
  for (let row = layout.headers.row + 1; row <= last; row += 1) {
    for (const [number, column] of layout.byColumn) {
      if (cells.has(`${row - 1},${number - 1}`)) continue;
      put(cells, row, number, {
        style: bodyStyle({ kind: column.kind, computed: false, width: column.width, value: null }),
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
      .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * 1.08) / column.width)), 0);
    heights.set(
      place.row,
      Math.max(heights.get(place.row) ?? LINE_HEIGHT + 6, Math.min(lines * LINE_HEIGHT + 6, MAX_ROW_HEIGHT)),
    );
  }
  return heights;
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
function tableOf(sheet: FlatSheet, layout: ListLayout): TableDefinition | null {
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

function listSheet(
  sheet: FlatSheet,
  def: ListSheetDef,
  layout: ListLayout,
  lists: readonly NamedList[],
  tables: readonly string[],
): WriteSheet {
  const cells: Cells = new Map();
  for (const [address, cell] of Object.entries(sheet.cells)) {
    const place = parseAddress(address);
    if (place !== null)
      put(cells, place.row, place.column, {
        ...content(cell, tables),
        style: listStyle(layout, place.row, place.column, cell),
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
  const heights = lineHeights(sheet, layout).set(layout.headers.row, 50);
  if (layout.headers.row === HEADER_ROW) heights.set(TITLE_ROW, 28).set(HELP_ROW, 20).set(TOTAL_ROW, 22);
  return {
    name: sheet.name,
    ...(sheet.hidden === true ? { hidden: true } : {}),
    cells,
    columns: widths.map((width) => ({ width })),
    rowDefs: rowProperties(sheet, heights),
    freezePane: { rows: layout.headers.row, columns: def.columns.length > 12 ? 2 : 1 },
    dataValidations: validations(layout, lists),
    ...(table === null ? {} : { tables: [table] }),
    view: { showGridLines: false },
    headerFooter: footer(sheet.name),
    pageSetup: {
      paperSize: "a4",
      orientation: def.landscape ? "landscape" : "portrait",
      fitToPage: true,
      fitToWidth: Math.ceil(widths.reduce((sum, width) => sum + width, 0) / CHARACTERS_PER_PAGE),
      fitToHeight: 0,
      margins: margins(20, 15, 20, 20),
      printTitlesRow: `$${layout.headers.row}:$${layout.headers.row}`,
    },
  };
}

// --- the form sheet and the user's own sheets ------------------------------------------------------------------

function fieldOf(sheet: FlatSheet, def: FormSheetDef, row: number) {
  const label = textOf(sheet.cells[`A${row}`]);
  if (label === null) return undefined;
  const key = foldKey(label);
  return def.fields.find((field) =>
    [field.label, field.labelEn, ...(field.aliases ?? [])].some((name) => foldKey(name) === key),
  );
}

function formStyle(
  sheet: FlatSheet,
  def: FormSheetDef,
  row: number,
  column: number,
  cell: FlatCell | undefined,
): CellStyle {
  if (row === TITLE_ROW && column === 1) return TITLE;
  if (row === HELP_ROW && column === 1) return HELP;
  const field = fieldOf(sheet, def, row);
  if (field === undefined) return plainStyle(cell?.format, cell?.font);
  if (column === 1) return LABEL;
  if (column === 2) return fieldStyle(field.kind, cell?.format);
  return column === 3
    ? { ...HELP, alignment: { vertical: "center", wrapText: true } }
    : plainStyle(cell?.format, cell?.font);
}

function formSheet(sheet: FlatSheet, def: FormSheetDef, tables: readonly string[]): WriteSheet {
  const cells: Cells = new Map();
  const heights = new Map([
    [TITLE_ROW, 28],
    [HELP_ROW, 20],
  ]);
  for (const [address, cell] of Object.entries(sheet.cells)) {
    const place = parseAddress(address);
    if (place === null) continue;
    put(cells, place.row, place.column, {
      ...content(cell, tables),
      style: formStyle(sheet, def, place.row, place.column, cell),
    });
    if (place.column !== 1 || fieldOf(sheet, def, place.row) === undefined) continue;
    heights.set(place.row, 24);
    if (sheet.cells[`B${place.row}`] === undefined)
      put(cells, place.row, 2, { style: formStyle(sheet, def, place.row, 2, undefined) });
  }
  return {
    name: sheet.name,
    ...(sheet.hidden === true ? { hidden: true } : {}),
    cells,
    columns: [{ width: 44 }, { width: 44 }, { width: 78 }],
    rowDefs: rowProperties(sheet, heights),
    view: { showGridLines: false },
    headerFooter: footer(sheet.name),
    pageSetup: {
      paperSize: "a4",
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: margins(20, 15, 20, 30),
    },
  };
}

function ownSheet(sheet: FlatSheet, tables: readonly string[]): WriteSheet {
  const cells: Cells = new Map();
  for (const [address, cell] of Object.entries(sheet.cells)) {
    const place = parseAddress(address);
    if (place !== null)
      put(cells, place.row, place.column, {
        ...content(cell, tables),
        style: plainStyle(cell.format, cell.font),
      });
  }
  return {
    name: sheet.name,
    ...(sheet.hidden === true ? { hidden: true } : {}),
    cells,
    rowDefs: rowProperties(sheet, new Map()),
    pageSetup: {
      paperSize: "a4",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: margins(20, 15, 20, 30),
    },
  };
}

// --- lists -----------------------------------------------------------------------------------------------------

interface NamedList {
  /** "sheet.column" of the template. */
  readonly id: string;
  readonly values: readonly string[];
  readonly reference: string;
}

/** Lists too long to stand in the validation itself. */
export function longLists(): NamedList[] {
  const lists: NamedList[] = [];
  for (const def of ALL_SHEETS) {
    if (def.kind !== "list") continue;
    for (const column of def.columns) {
      if (
        column.list === undefined ||
        (column.list.join(",").length <= INLINE_LIST && !column.list.some((value) => value.includes(",")))
      )
        continue;
      const letter = columnLetters(lists.length + 1);
      lists.push({
        id: `${def.name}.${column.id}`,
        values: column.list,
        reference: `${LISTS_SHEET}!$${letter}$1:$${letter}$${column.list.length}`,
      });
    }
  }
  return lists;
}

export function listsSheet(lists: readonly NamedList[]): WriteSheet {
  const cells: Cells = new Map();
  lists.forEach((list, column) =>
    list.values.forEach((value, row) => put(cells, row + 1, column + 1, { value, style: BODY })),
  );
  return { name: LISTS_SHEET, hidden: true, cells };
}

/** Names of the tables the file will have. */
export function writtenTables(sheets: readonly FlatSheet[]): string[] {
  return sheets.flatMap((sheet) => {
    const def = definitionOf(sheet);
    const layout = def?.kind === "list" ? layoutOf(sheet, def) : null;
    return layout !== null && tableOf(sheet, layout) !== null ? [layout.def.tableName] : [];
  });
}

export function sheetModel(
  sheet: FlatSheet,
  lists: readonly NamedList[],
  tables: readonly string[],
): WriteSheet {
  const def = definitionOf(sheet);
  if (def === undefined) return ownSheet(sheet, tables);
  if (def.kind === "form") return formSheet(sheet, def, tables);
  const layout = layoutOf(sheet, def);
  return layout === null ? ownSheet(sheet, tables) : listSheet(sheet, def, layout, lists, tables);
}
