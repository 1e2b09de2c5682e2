/** The form sheet of the template, and sheets of the user's own. */
import type { CellStyle, WriteSheet } from "hucre/xlsx";
import { parseAddress } from "../../kernel/address.ts";
import type { FlatCell, FlatSheet } from "../../kernel/flat.ts";
import { foldKey } from "../../kernel/text.ts";
import { textOf } from "../read.ts";
import { HELP_ROW, TITLE_ROW, noteRow, type FormSheetDef } from "../template.ts";
import {
  CHARACTER_WIDTH,
  HELP,
  LABEL,
  LINE_POINTS,
  MAX_ROW_HEIGHT,
  TITLE,
  fieldStyle,
  plainStyle,
} from "./looks.ts";
import { content, footer, margins, put, rowProperties, type Cells } from "./sheet-cells.ts";

function fieldOf(sheet: FlatSheet, def: FormSheetDef, row: number) {
  const label = textOf(sheet.cells[`A${row}`]);
  if (label === null) return undefined;
  const key = foldKey(label);
  return def.fields.find((field) =>
    [field.label, field.labelEn, ...(field.aliases ?? [])].some((name) => foldKey(name) === key),
  );
}

/** Notes run over the empty cells beside them; a wrapped one would be as narrow as the labels. */
const NOTE: CellStyle = HELP;

function isNote(def: FormSheetDef, row: number, cell: FlatCell | undefined): boolean {
  return def.notes?.some((note, index) => noteRow(def, index) === row && cell?.value === note) ?? false;
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
  if (column === 1 && isNote(def, row, cell)) return NOTE;
  if (field === undefined) return plainStyle(cell?.format, cell?.font);
  if (column === 1) return LABEL;
  if (column === 2) return fieldStyle(field.kind, cell?.format);
  return column === 3
    ? { ...HELP, alignment: { vertical: "center", wrapText: true } }
    : plainStyle(cell?.format, cell?.font);
}

const LABEL_WIDTH = 44;
const VALUE_WIDTH = 44;
const HELP_WIDTH = 78;

/** Height that shows a wrapped value. */
function fieldHeight(sheet: FlatSheet, row: number): number {
  const text = textOf(sheet.cells[`B${row}`]) ?? "";
  const lines = Math.ceil((text.length * CHARACTER_WIDTH) / VALUE_WIDTH);
  return Math.max(24, Math.min(lines * LINE_POINTS + 6, MAX_ROW_HEIGHT));
}

export function formSheet(sheet: FlatSheet, def: FormSheetDef, tables: readonly string[]): WriteSheet {
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
    heights.set(place.row, fieldHeight(sheet, place.row));
    if (sheet.cells[`B${place.row}`] === undefined)
      put(cells, place.row, 2, { style: formStyle(sheet, def, place.row, 2, undefined) });
  }
  return {
    name: sheet.name,
    ...(sheet.hidden === true ? { hidden: true } : {}),
    cells,
    columns: [LABEL_WIDTH, VALUE_WIDTH, HELP_WIDTH].map((width) => ({ width })),
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

export function ownSheet(sheet: FlatSheet, tables: readonly string[]): WriteSheet {
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
