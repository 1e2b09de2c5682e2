/** KC_PhanBo: the result of an allocation, written in one batch that can be taken back. */
import { columnLetters } from "../../shared/kernel/address.ts";
import type { CellValue } from "../../shared/kernel/flat.ts";
import { BODY, HELP, TITLE, headerStyle } from "../../shared/workbook/xlsx/looks.ts";
import { NUMBER_FORMATS } from "../../shared/workbook/template.ts";
import { valueEntry, type Entry } from "./entry.ts";
import { inExcel } from "./problem.ts";
import { applyFormat, applyLook, widthPoints } from "./style.ts";
import type { Wrote } from "./changes.ts";
import { queueUsed } from "./take-back.ts";
import { queueWrites } from "./write-cells.ts";

export interface SheetPicture {
  readonly name: string;
  readonly cells: readonly (readonly CellValue[])[];
  /** 1-based line of the column headers. */
  readonly header: number;
  /** Characters, one for each column. */
  readonly widths: readonly number[];
  /** 0-based columns of amounts. */
  readonly amounts: readonly number[];
  /** 0-based columns of points. */
  readonly scores: readonly number[];
  /** 0-based columns of prose. */
  readonly wrapped: readonly number[];
}

/** Points have up to four decimals. */
const SCORE_FORMAT = "#,##0.0###";

function dress(
  sheet: Excel.Worksheet,
  { cells, header, widths, amounts, scores, wrapped }: SheetPicture,
): void {
  const last = columnLetters(widths.length);
  const size = { rows: cells.length - header, columns: widths.length };
  applyLook(sheet.getRange("A1"), TITLE);
  applyLook(sheet.getRange(`A2:${last}${header - 1}`), HELP);
  applyLook(sheet.getRange(`A${header}:${last}${header}`), headerStyle("plain"), {
    rows: 1,
    columns: size.columns,
  });
  const body = sheet.getRange(`A${header + 1}:${last}${cells.length}`);
  applyLook(
    body,
    { ...headerStyle("plain"), ...BODY, fill: undefined, alignment: { vertical: "center" } },
    size,
  );
  widths.forEach((width, index) => {
    const letter = columnLetters(index + 1);
    sheet.getRange(`${letter}:${letter}`).format.columnWidth = widthPoints(width);
    const column = sheet.getRange(`${letter}${header + 1}:${letter}${cells.length}`);
    if (wrapped.includes(index)) column.format.wrapText = true;
    if (scores.includes(index))
      applyFormat(sheet.getRange(`${letter}2:${letter}${cells.length}`), SCORE_FORMAT);
    if (amounts.includes(index))
      applyFormat(sheet.getRange(`${letter}2:${letter}${cells.length}`), NUMBER_FORMATS.dong);
  });
  sheet.freezePanes.freezeRows(header);
}

/** The picture over whatever stood there before: what it does not cover is emptied, in the same batch. */
function entriesOver({ cells, widths }: SheetPicture, rowsBefore: number): Entry[][] {
  const rows = Math.max(cells.length, rowsBefore);
  return Array.from({ length: rows }, (_, row) =>
    Array.from({ length: widths.length }, (_unused, column) => valueEntry(cells[row]?.[column] ?? null)),
  );
}

/** Makes the sheet when it is missing. Throws ExcelProblem: protected, cell-editing. */
export function writeAllocation(picture: SheetPicture, wrote: Wrote): Promise<void> {
  return inExcel(async (context) => {
    const existing = context.workbook.worksheets.getItemOrNullObject(picture.name);
    const used = existing.getUsedRangeOrNullObject(true);
    used.load(["rowIndex", "rowCount"]);
    await context.sync();
    const fresh = existing.isNullObject;
    const sheet = fresh ? context.workbook.worksheets.add(picture.name) : existing;
    const before = fresh || used.isNullObject ? 0 : used.rowIndex + used.rowCount;
    const entries = entriesOver(picture, before);
    const address = `A1:${columnLetters(picture.widths.length)}${entries.length}`;
    const changes = queueWrites(context, [{ sheet: picture.name, address, entries }]);
    dress(sheet, picture);
    const left = queueUsed(sheet);
    sheet.activate();
    await context.sync();
    const after = left() ?? { row: 0, column: 0, formulas: [] };
    wrote(fresh ? [{ kind: "sheet-made", sheet: picture.name, after }] : changes());
  });
}
