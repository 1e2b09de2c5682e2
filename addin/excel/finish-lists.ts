/**
 * What makes a new list sheet the same in Excel as in a file of ours, beyond what the workbench offers: an Excel table,
 * the help of each header, locked formulas. Each is a convenience: a host that refuses one keeps every figure.
 */
import { columnLetters } from "../../shared/kernel/address.ts";
import { FIRST_ROW, HEADER_ROW, TOTAL_ROW, type ListSheetDef } from "../../shared/workbook/template.ts";
import { canLock, lockSheet } from "./sheet-lock.ts";

export interface MadeList {
  readonly sheet: Excel.Worksheet;
  readonly def: ListSheetDef;
}

/** Excel's own limits for the message of a cell. */
const MOST_TITLE = 32;
const MOST_PROMPT = 255;

/** The headers and the first, still empty line; Excel makes it longer as lines come. */
function makeTable({ sheet, def }: MadeList): void {
  const last = columnLetters(def.columns.length);
  const table = sheet.tables.add(`A${HEADER_ROW}:${last}${FIRST_ROW}`, true);
  table.name = def.tableName;
  table.style = "TableStyleLight1";
  table.showBandedRows = false;
  table.showFilterButton = false;
}

function explainHeaders({ sheet, def }: MadeList): void {
  def.columns.forEach((column, index) => {
    if (column.help === "") return;
    sheet.getRange(`${columnLetters(index + 1)}${HEADER_ROW}`).dataValidation.prompt = {
      showPrompt: true,
      title: column.header.slice(0, MOST_TITLE),
      message: column.help.slice(0, MOST_PROMPT),
    };
  });
}

/** Headers and totals; the formulas of lines are locked as the lines are written. */
function lockFrame({ sheet, def }: MadeList): void {
  if (!def.columns.some((column) => column.formula !== undefined)) return;
  const last = columnLetters(def.columns.length);
  sheet.getRange().format.protection.locked = false;
  for (const row of [HEADER_ROW, TOTAL_ROW])
    sheet.getRange(`A${row}:${last}${row}`).format.protection.locked = true;
  lockSheet(sheet);
}

/** One sync for each touch, so that a refused one does not take the others with it. */
export async function finishLists(context: Excel.RequestContext, made: readonly MadeList[]): Promise<void> {
  if (!canLock()) return;
  for (const touch of [makeTable, explainHeaders, lockFrame]) {
    try {
      made.forEach(touch);
      await context.sync();
    } catch (error) {
      console.warn(error);
    }
  }
}

/** Tables do not grow by themselves when a program writes below them. */
export async function growTables(
  context: Excel.RequestContext,
  grown: readonly { readonly sheet: string; readonly def: ListSheetDef; readonly lastRow: number }[],
): Promise<void> {
  if (!canLock() || Office.context.requirements.isSetSupported("ExcelApi", "1.13") !== true) return;
  try {
    const tables = grown.map((one) => ({
      ...one,
      table: context.workbook.worksheets.getItem(one.sheet).tables.getItemOrNullObject(one.def.tableName),
    }));
    await context.sync();
    const present = tables.filter(({ table }) => !table.isNullObject);
    const ranges = present.map(({ table }) => {
      const range = table.getRange();
      range.load("address, rowIndex, rowCount, columnIndex, columnCount");
      return range;
    });
    await context.sync();
    present.forEach(({ table, lastRow }, index) => {
      const range = ranges[index];
      if (range === undefined || range.rowIndex + range.rowCount >= lastRow) return;
      const from = `${columnLetters(range.columnIndex + 1)}${range.rowIndex + 1}`;
      table.resize(`${from}:${columnLetters(range.columnIndex + range.columnCount)}${lastRow}`);
    });
    await context.sync();
  } catch (error) {
    // The lines are there; only the frame of the table stays short.
    console.warn(error);
  }
}
