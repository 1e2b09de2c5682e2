/** KC_KetQua: the findings as a sheet, for people who work without the pane. */
import { columnLetters } from "../../shared/kernel/address.ts";
import type { Finding } from "../../shared/kernel/finding.ts";
import { resultLine, type ResultWords } from "../../shared/workbook/result-line.ts";
import { FIRST_ROW, HEADER_ROW, HELP_ROW, RESULT_SHEET, TITLE_ROW } from "../../shared/workbook/template.ts";
import { HELP, TITLE, headerStyle } from "../../shared/workbook/xlsx/looks.ts";
import type { Wrote } from "./changes.ts";
import { valueEntry, type Entry } from "./entry.ts";
import { inExcel } from "./problem.ts";
import { applyFormat, applyLook, widthPoints } from "./style.ts";
import { queueUsed } from "./take-back.ts";
import { queueWrites, type CellsWrite } from "./write-cells.ts";
import { lookOfColumn } from "./write-template.ts";

const LAST = columnLetters(RESULT_SHEET.columns.length);

/** One line of KC_KetQua, in column order. `words` are those people read. */
export function findingEntries(finding: Finding, words: ResultWords): Entry[] {
  return resultLine(finding, words).map(valueEntry);
}

function dress(sheet: Excel.Worksheet, rowCount: number): void {
  applyLook(sheet.getRange(`A${TITLE_ROW}`), TITLE);
  applyLook(sheet.getRange(`A${HELP_ROW}`), HELP);
  const headers = sheet.getRange(`A${HEADER_ROW}:${LAST}${HEADER_ROW}`);
  applyLook(headers, headerStyle("plain"), { rows: 1, columns: RESULT_SHEET.columns.length });
  RESULT_SHEET.columns.forEach((column, index) => {
    const letter = columnLetters(index + 1);
    sheet.getRange(`${letter}:${letter}`).format.columnWidth = widthPoints(column.width);
    if (rowCount === 0) return;
    const look = lookOfColumn(column);
    const body = sheet.getRange(`${letter}${FIRST_ROW}:${letter}${FIRST_ROW + rowCount - 1}`);
    applyLook(body, look, { rows: rowCount, columns: 1 });
    if (look.numFmt !== undefined) applyFormat(body, look.numFmt);
  });
}

/** Everything the sheet says; lines of an earlier list below the new one are emptied. */
function writesOf(lines: readonly (readonly Entry[])[], lastRow: number): CellsWrite[] {
  const write = (address: string, entries: CellsWrite["entries"]) => ({
    sheet: RESULT_SHEET.name,
    address,
    entries,
  });
  const { columns } = RESULT_SHEET;
  const rows = Math.max(lines.length, lastRow - FIRST_ROW + 1);
  const body = Array.from(
    { length: rows },
    (_, index) => lines[index] ?? columns.map(() => valueEntry(null)),
  );
  return [
    write(`A${TITLE_ROW}`, [[RESULT_SHEET.title]]),
    write(`A${HELP_ROW}`, [[RESULT_SHEET.help]]),
    write(`A${HEADER_ROW}:${LAST}${HEADER_ROW}`, [columns.map((column) => column.header)]),
    ...(rows === 0 ? [] : [write(`A${FIRST_ROW}:${LAST}${FIRST_ROW + rows - 1}`, body)]),
  ];
}

/** Replaces what KC_KetQua holds; makes the sheet when it is missing. Longer lists are cut at the sheet's capacity. */
export function writeFindings(lines: readonly (readonly Entry[])[], wrote: Wrote): Promise<void> {
  const shown = lines.slice(0, RESULT_SHEET.capacity);
  return inExcel(async (context) => {
    const existing = context.workbook.worksheets.getItemOrNullObject(RESULT_SHEET.name);
    const used = existing.getUsedRangeOrNullObject(true);
    used.load(["rowIndex", "rowCount"]);
    await context.sync();
    const isNew = existing.isNullObject;
    const sheet = isNew ? context.workbook.worksheets.add(RESULT_SHEET.name) : existing;
    dress(sheet, shown.length);
    const lastRow = isNew || used.isNullObject ? 0 : used.rowIndex + used.rowCount;
    const changes = queueWrites(context, writesOf(shown, lastRow));
    const left = queueUsed(sheet);
    sheet.activate();
    await context.sync();
    const after = left() ?? { row: 0, column: 0, formulas: [] };
    wrote(isNew ? [{ kind: "sheet-made", sheet: RESULT_SHEET.name, after }] : changes());
  });
}
