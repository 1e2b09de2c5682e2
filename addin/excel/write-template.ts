/** Makes the KC_ sheets of the current template in the open workbook. A sheet that is already there is left alone. */
import { columnLetters } from "../../shared/kernel/address.ts";
import type { FlatSheet } from "../../shared/kernel/flat.ts";
import type { LawBook } from "../../shared/law/types.ts";
import { buildFlatWorkbook, type InfoDraft } from "../../shared/workbook/build.ts";
import {
  ALL_SHEETS,
  FIRST_ROW,
  HEADER_ROW,
  HELP_ROW,
  INFO_NAMES,
  INFO_SHEET,
  INPUT_SHEETS,
  TITLE_ROW,
  TOTAL_ROW,
  infoAddress,
  type ColumnDef,
  type FormSheetDef,
  type ListSheetDef,
} from "../../shared/workbook/template.ts";
import { LISTS_SHEET } from "../../shared/workbook/xlsx/lists-sheet.ts";
import {
  HELP,
  LABEL,
  TITLE,
  bodyStyle,
  fieldStyle,
  headerStyle,
  totalStyle,
} from "../../shared/workbook/xlsx/looks.ts";
import { longLists } from "../../shared/workbook/xlsx/lists-sheet.ts";
import type { NameMade, SheetMade, Wrote } from "./changes.ts";
import { entryMatrix } from "./entry.ts";
import { finishLists } from "./finish-lists.ts";
import { markFindings } from "./mark-findings.ts";
import { inExcel } from "./problem.ts";
import { applyFormat, applyLook, widthPoints } from "./style.ts";
import { queueUsed } from "./take-back.ts";

export interface TemplateOutcome {
  readonly created: readonly string[];
  /** Sheets that were there before and were not touched. */
  readonly kept: readonly string[];
}

/** Prepared lines with borders, so that people see where to go on. */
const SPARE_ROWS = 20;
const TAB_COLORS: Readonly<Record<string, string>> = {
  KC_ThongTin: "#0F5B78",
  KC_DangKy: "#1F6B88",
  KC_DeAn: "#2D7C99",
  KC_DuToan: "#5FA9C7",
  KC_DinhMuc: "#4E7D5B",
  KC_DonGia: "#6F9B7A",
  KC_SanPham: "#7A6AA0",
  KC_TienDo: "#8A8F98",
  KC_KetQua: "#9A6A00",
};

function roleOf(column: ColumnDef): "required" | "computed" | "plain" {
  if (column.formula !== undefined) return "computed";
  return column.required === true ? "required" : "plain";
}

export function lookOfColumn(column: ColumnDef): ReturnType<typeof bodyStyle> {
  const computed = column.formula !== undefined;
  return bodyStyle({ kind: column.kind, computed, width: column.width, value: null });
}

function printSetUp(sheet: Excel.Worksheet, landscape: boolean, titleRow: number | null): void {
  const layout = sheet.pageLayout;
  layout.orientation = landscape ? "Landscape" : "Portrait";
  layout.paperSize = "A4";
  layout.zoom = { horizontalFitToPages: 1 };
  if (titleRow !== null) layout.setPrintTitleRows(`$${titleRow}:$${titleRow}`);
}

function setDropdown(sheet: Excel.Worksheet, def: ListSheetDef, column: ColumnDef, letter: string): void {
  if (column.list === undefined) return;
  const long = longLists().find((list) => list.id === `${def.name}.${column.id}`);
  const source = long === undefined ? column.list.join(",") : `=${long.reference}`;
  const range = sheet.getRange(`${letter}${FIRST_ROW}:${letter}${FIRST_ROW + def.capacity - 1}`);
  range.dataValidation.rule = { list: { inCellDropDown: true, source } };
}

/** Header, body, format, width and dropdown of one column. */
export function dressColumn(
  sheet: Excel.Worksheet,
  def: ListSheetDef,
  column: ColumnDef,
  letter: string,
): void {
  const look = lookOfColumn(column);
  applyLook(sheet.getRange(`${letter}${HEADER_ROW}`), headerStyle(roleOf(column)));
  applyLook(sheet.getRange(`${letter}${FIRST_ROW}:${letter}${FIRST_ROW + SPARE_ROWS - 1}`), look, {
    rows: SPARE_ROWS,
    columns: 1,
  });
  if (look.numFmt !== undefined) {
    applyFormat(
      sheet.getRange(`${letter}${FIRST_ROW}:${letter}${FIRST_ROW + def.capacity - 1}`),
      look.numFmt,
    );
  }
  if (column.total === "sum") applyFormat(sheet.getRange(`${letter}${TOTAL_ROW}`), "#,##0");
  sheet.getRange(`${letter}:${letter}`).format.columnWidth = widthPoints(column.width);
  setDropdown(sheet, def, column, letter);
}

function dressList(sheet: Excel.Worksheet, def: ListSheetDef): void {
  const last = columnLetters(def.columns.length);
  applyLook(sheet.getRange(`A${TITLE_ROW}`), TITLE);
  applyLook(sheet.getRange(`A${HELP_ROW}`), HELP);
  if (def.columns.some((column) => column.total === "sum")) {
    applyLook(sheet.getRange(`A${TOTAL_ROW}:${last}${TOTAL_ROW}`), totalStyle("dong"), {
      rows: 1,
      columns: def.columns.length,
    });
    sheet.getRange(`A${TOTAL_ROW}`).format.horizontalAlignment = "Left";
  }
  def.columns.forEach((column, index) => dressColumn(sheet, def, column, columnLetters(index + 1)));
  sheet.getRange(`${TITLE_ROW}:${TITLE_ROW}`).format.rowHeight = 26;
  sheet.getRange(`${HEADER_ROW}:${HEADER_ROW}`).format.rowHeight = 50;
  sheet.freezePanes.freezeRows(HEADER_ROW);
  printSetUp(sheet, def.landscape, HEADER_ROW);
}

function dressForm(sheet: Excel.Worksheet, def: FormSheetDef): void {
  applyLook(sheet.getRange(`A${TITLE_ROW}`), TITLE);
  applyLook(sheet.getRange(`A${HELP_ROW}`), HELP);
  def.fields.forEach((field, index) => {
    const row = def.firstRow + index;
    const look = fieldStyle(field.kind, undefined);
    applyLook(sheet.getRange(`A${row}`), LABEL);
    applyLook(sheet.getRange(`B${row}`), look);
    applyLook(sheet.getRange(`C${row}`), HELP);
    if (look.numFmt !== undefined) applyFormat(sheet.getRange(`B${row}`), look.numFmt);
  });
  for (const [letter, width] of [
    ["A", 44],
    ["B", 44],
    ["C", 78],
  ] as const) {
    sheet.getRange(`${letter}:${letter}`).format.columnWidth = widthPoints(width);
  }
  printSetUp(sheet, true, null);
}

function writeSheet(context: Excel.RequestContext, flat: FlatSheet): Excel.Worksheet {
  const def = ALL_SHEETS.find((candidate) => candidate.name === flat.name);
  const sheet = context.workbook.worksheets.add(flat.name);
  const color = TAB_COLORS[flat.name];
  if (color !== undefined) sheet.tabColor = color;
  if (def?.kind === "list") dressList(sheet, def);
  if (def?.kind === "form") dressForm(sheet, def);
  const entries = entryMatrix(flat.cells);
  const last = `${columnLetters(entries[0]?.length ?? 1)}${entries.length}`;
  sheet.getRange(`A1:${last}`).formulas = entries;
  return sheet;
}

/** Dropdowns longer than Excel's own limit of 255 characters stand on a hidden sheet. */
function writeLists(context: Excel.RequestContext): Excel.Worksheet {
  const sheet = context.workbook.worksheets.add(LISTS_SHEET);
  longLists().forEach((list, index) => {
    const letter = columnLetters(index + 1);
    sheet.getRange(`${letter}1:${letter}${list.values.length}`).formulas = list.values.map((value) => [
      value,
    ]);
  });
  sheet.visibility = "Hidden";
  return sheet;
}

function listsAmong(created: readonly FlatSheet[], sheets: ReadonlyMap<string, Excel.Worksheet>) {
  return created.flatMap(({ name }) => {
    const def = INPUT_SHEETS.find((candidate) => candidate.name === name);
    const sheet = sheets.get(name);
    return def === undefined || sheet === undefined ? [] : [{ def, sheet }];
  });
}

/** What was made, for taking it back; to be asked once the batch has been synced. */
function queueMade(sheets: ReadonlyMap<string, Excel.Worksheet>): () => SheetMade[] {
  const used = [...sheets].map(([name, sheet]) => ({ name, read: queueUsed(sheet) }));
  return () =>
    used.map(({ name, read }) => ({
      kind: "sheet-made",
      sheet: name,
      after: read() ?? { row: 0, column: 0, formulas: [] },
    }));
}

/**
 * Writes the missing sheets in one batch; figures already in the workbook are never overwritten.
 * Throws ExcelProblem.
 */
export function writeTemplate(info: InfoDraft, law: LawBook, wrote: Wrote): Promise<TemplateOutcome> {
  const built = buildFlatWorkbook({ info, deAn: [], costLines: [] }, law);
  return inExcel(async (context) => {
    const { worksheets, names } = context.workbook;
    const present = [...built.sheets.map((sheet) => sheet.name), LISTS_SHEET].map((name) => ({
      name,
      sheet: worksheets.getItemOrNullObject(name),
    }));
    const wanted = INFO_NAMES.map(({ field, name }) => ({
      field,
      name,
      present: names.getItemOrNullObject(name),
    }));
    await context.sync();
    const kept = present.filter(({ sheet }) => !sheet.isNullObject).map(({ name }) => name);
    const sheets = new Map<string, Excel.Worksheet>();
    if (!kept.includes(LISTS_SHEET)) sheets.set(LISTS_SHEET, writeLists(context));
    const created = built.sheets.filter((sheet) => !kept.includes(sheet.name));
    for (const flat of created) sheets.set(flat.name, writeSheet(context, flat));
    const infoSheet = sheets.get(INFO_SHEET.name);
    const named = infoSheet === undefined ? [] : wanted.filter(({ present: known }) => known.isNullObject);
    if (infoSheet !== undefined) {
      for (const { field, name } of named) names.add(name, infoSheet.getRange(infoAddress(field)));
      infoSheet.activate();
    }
    const left = queueMade(sheets);
    await context.sync();
    wrote([...left(), ...named.map(({ name }): NameMade => ({ kind: "name-made", name }))]);
    const made = listsAmong(created, sheets);
    await markFindings(context, made);
    await finishLists(context, made);
    return { created: created.map((sheet) => sheet.name), kept: kept.filter((name) => name !== LISTS_SHEET) };
  });
}
