/** .xlsx files in and out of the spreadsheet. Loaded on demand: most sessions never need it. */
import { LISTS_SHEET, longLists } from "../../shared/workbook/xlsx/lists-sheet.ts";
import { readXlsx, writeXlsx, AS_OF_NAME, type XlsxWorkbook } from "../../shared/workbook/xlsx/index.ts";
import type { FlatCell, FlatSheet, FlatWorkbook } from "../../shared/kernel/flat.ts";
import { cellAddress, parseAddress } from "../../shared/kernel/address.ts";
import { formatMatters } from "../../shared/workbook/xlsx/styles.ts";
import { sheetModels } from "../../shared/workbook/xlsx/sheet-model.ts";
import { AS_OF_REFERENCE, INFO_SHEET } from "../../shared/workbook/template.ts";
import type { Area, CellWrite, Grid, Horizontal, Look, Vertical } from "./grid.ts";

export const readFile = readXlsx;

type Model = ReturnType<typeof sheetModels>[number];
type Style = NonNullable<NonNullable<Model["cells"]> extends Map<string, infer C> ? C : never>["style"];

const HORIZONTAL: Readonly<Record<string, Horizontal>> = { left: "Left", center: "Center", right: "Right" };
const VERTICAL: Readonly<Record<string, Vertical>> = { top: "Top", center: "Center", bottom: "Bottom" };
const EDGES = { top: "EdgeTop", bottom: "EdgeBottom", left: "EdgeLeft", right: "EdgeRight" } as const;

function hex(color: { rgb?: string } | undefined): string | undefined {
  return color?.rgb === undefined ? undefined : `#${color.rgb.slice(-6)}`;
}

function looksOf(style: Style): Look[] {
  if (style === undefined) return [];
  const { font, fill, alignment, border, numFmt } = style;
  const fillColor = fill !== undefined && "fgColor" in fill ? hex(fill.fgColor) : undefined;
  const base: Look = {
    fontName: font?.name,
    fontSize: font?.size,
    bold: font?.bold,
    italic: font?.italic,
    fontColor: hex(font?.color),
    fill: fillColor,
    wrap: alignment?.wrapText,
    horizontal: HORIZONTAL[alignment?.horizontal ?? ""],
    vertical: VERTICAL[alignment?.vertical ?? ""],
    numberFormat: numFmt,
  };
  const edges = Object.entries(EDGES).flatMap(([side, edge]) => {
    const line = border?.[side as keyof typeof EDGES];
    if (line === undefined) return [];
    return [{ border: { edge, style: "Thin" as const, color: hex(line.color) ?? "#BFBFBF" } }];
  });
  return [base, ...edges];
}

/** Column width of a file, in characters of its font → pixels. */
function widthPixels(characters: number): number {
  return Math.round(characters * 7 + 5);
}

function place(id: string, row: number, column: number): Area {
  return { sheetId: id, row, column, rowCount: 1, columnCount: 1 };
}

function entryOf(cell: FlatCell): CellWrite {
  if (cell.formula !== undefined) return cell.formula;
  return typeof cell.value === "string" ? `'${cell.value}` : (cell.value ?? "");
}

function writeCells(grid: Grid, id: string, sheet: FlatSheet): void {
  for (const [address, cell] of Object.entries(sheet.cells)) {
    const at = parseAddress(address);
    if (at === null) continue;
    const area = place(id, at.row - 1, at.column - 1);
    grid.write(area, [[entryOf(cell)]]);
    if (cell.format !== undefined) grid.setLook(area, { numberFormat: cell.format });
  }
}

/** The look that the same sheet has in a file of ours. */
function dress(grid: Grid, id: string, model: Model): void {
  for (const [key, cell] of model.cells ?? []) {
    const [row = 0, column = 0] = key.split(",").map(Number);
    for (const look of looksOf(cell.style)) grid.setLook(place(id, row, column), look);
  }
  model.columns?.forEach((column, index) => {
    if (column.width !== undefined) grid.setColumnWidth(id, index, 1, widthPixels(column.width));
  });
  const { rows = 0, columns = 0 } = model.freezePane ?? {};
  if (rows > 0 || columns > 0) grid.freeze(id, rows, columns);
}

function addLists(grid: Grid): void {
  const id = grid.addSheet(LISTS_SHEET);
  longLists().forEach((list, index) => {
    const area = { sheetId: id, row: 0, column: index, rowCount: list.values.length, columnCount: 1 };
    grid.write(
      area,
      list.values.map((value) => [`'${value}`]),
    );
  });
  grid.setSheetHidden(id, true);
}

/** Puts a read file into an empty grid. */
export function fillGrid(grid: Grid, workbook: XlsxWorkbook): void {
  grid.batch(() => {
    const [first] = grid.sheets();
    const own = workbook.sheets.filter((sheet) => sheet.name !== LISTS_SHEET);
    const models = sheetModels(own, longLists());
    const ids = own.map((sheet, index) => {
      if (index > 0 || first === undefined) return grid.addSheet(sheet.name);
      grid.renameSheet(first.id, sheet.name);
      return first.id;
    });
    own.forEach((sheet, index) => {
      const id = ids[index] ?? "";
      const model = models[index];
      writeCells(grid, id, sheet);
      if (model !== undefined) dress(grid, id, model);
      for (const row of sheet.hiddenRows ?? []) grid.setRowsHidden(id, row - 1, 1, true);
    });
    if (own.some((sheet) => sheet.name === INFO_SHEET.name)) {
      addLists(grid);
      grid.setName(AS_OF_NAME, AS_OF_REFERENCE);
    }
    own.forEach((sheet, index) => {
      if (sheet.hidden === true) grid.setSheetHidden(ids[index] ?? "", true);
    });
    const shown = own.findIndex((sheet) => sheet.hidden !== true);
    if (shown >= 0) grid.activateSheet(ids[shown] ?? "");
  });
}

function flatSheet(grid: Grid, sheet: ReturnType<Grid["sheets"]>[number]): FlatSheet {
  const used = grid.usedArea(sheet.id, true);
  const cells: Record<string, FlatCell> = {};
  const hidden: number[] = [];
  if (used !== null) {
    const { values, formulas, formats } = grid.read(used);
    values.forEach((line, r) => {
      line.forEach((value, c) => {
        const entry = formulas[r]?.[c] ?? "";
        const formula =
          typeof entry === "string" && entry.startsWith("=") && entry !== value ? entry : undefined;
        if (value === "" && formula === undefined) return;
        const format = formats[r]?.[c] ?? "General";
        cells[cellAddress(used.column + c + 1, used.row + r + 1)] = {
          value,
          ...(formula === undefined ? {} : { formula }),
          ...(typeof value === "number" && formatMatters(format, value) ? { format } : {}),
        };
      });
    });
    grid.rowsHidden(sheet.id, used.row, used.rowCount).forEach((isHidden, r) => {
      if (isHidden) hidden.push(used.row + r + 1);
    });
  }
  return {
    name: sheet.name,
    ...(sheet.hidden ? { hidden: true } : {}),
    ...(hidden.length === 0 ? {} : { hiddenRows: hidden }),
    cells,
  };
}

export function flatOf(grid: Grid): FlatWorkbook {
  const own = grid.sheets().filter((sheet) => sheet.name !== LISTS_SHEET);
  return { sheets: own.map((sheet) => flatSheet(grid, sheet)) };
}

/** Nothing typed anywhere. */
export function isBlank(grid: Grid): boolean {
  return grid.sheets().every(({ id }) => grid.usedArea(id, true) === null);
}

/** What a person typed or the pane wrote, for comparison; results of formulas follow from it. */
export function contentOf(grid: Grid): string {
  const sheets = flatOf(grid).sheets.map(({ cells, ...sheet }) => ({
    ...sheet,
    cells: Object.entries(cells).map(([address, { value, formula }]) => [address, formula ?? value]),
  }));
  return JSON.stringify(sheets);
}

export async function writeFile(grid: Grid): Promise<Uint8Array> {
  await grid.whenCalculated();
  return writeXlsx(flatOf(grid));
}
