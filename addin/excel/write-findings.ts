/** KC_KetQua: the findings as a sheet, for people who work without the pane. */
import { columnLetters } from "../../shared/kernel/address.ts";
import type { Finding } from "../../shared/kernel/finding.ts";
import { FIRST_ROW, HEADER_ROW, HELP_ROW, RESULT_SHEET, TITLE_ROW } from "../../shared/workbook/template.ts";
import { HELP, TITLE, headerStyle } from "../../shared/workbook/xlsx/looks.ts";
import { valueEntry, type Entry } from "./entry.ts";
import { inExcel } from "./problem.ts";
import { applyFormat, applyLook, widthPoints } from "./style.ts";
import { lookOfColumn } from "./write-template.ts";

const LAST = columnLetters(RESULT_SHEET.columns.length);

function whereText(finding: Finding): string {
  const { sheet, cell, row } = finding.where;
  if (cell !== undefined) return `${sheet}!${cell}`;
  return row === undefined ? sheet : `${sheet}!${row}:${row}`;
}

/** One line of KC_KetQua, in column order. `severityLabel` is the word people read. */
export function findingEntries(finding: Finding, severityLabel: string): Entry[] {
  const values: Readonly<Record<string, string | number | null>> = {
    severity: severityLabel,
    rule: finding.rule,
    where: whereText(finding),
    message: finding.message,
    found: finding.found,
    expected: finding.expected,
    difference: finding.differenceDong ?? null,
    basis: finding.basis,
    remedy: finding.remedy,
  };
  return RESULT_SHEET.columns.map((column) => valueEntry(values[column.id] ?? null));
}

function dress(sheet: Excel.Worksheet, rowCount: number): void {
  sheet.getRange(`A${TITLE_ROW}`).formulas = [[RESULT_SHEET.title]];
  sheet.getRange(`A${HELP_ROW}`).formulas = [[RESULT_SHEET.help]];
  applyLook(sheet.getRange(`A${TITLE_ROW}`), TITLE);
  applyLook(sheet.getRange(`A${HELP_ROW}`), HELP);
  const headers = sheet.getRange(`A${HEADER_ROW}:${LAST}${HEADER_ROW}`);
  headers.formulas = [RESULT_SHEET.columns.map((column) => column.header)];
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

/** Replaces what KC_KetQua holds; makes the sheet when it is missing. Longer lists are cut at the sheet's capacity. */
export function writeFindings(lines: readonly (readonly Entry[])[]): Promise<void> {
  const shown = lines.slice(0, RESULT_SHEET.capacity).map((line) => [...line]);
  return inExcel(async (context) => {
    const existing = context.workbook.worksheets.getItemOrNullObject(RESULT_SHEET.name);
    const used = existing.getUsedRangeOrNullObject(true);
    used.load(["rowIndex", "rowCount"]);
    await context.sync();
    const sheet = existing.isNullObject ? context.workbook.worksheets.add(RESULT_SHEET.name) : existing;
    if (!existing.isNullObject && !used.isNullObject) {
      const last = used.rowIndex + used.rowCount;
      if (last >= FIRST_ROW) sheet.getRange(`A${FIRST_ROW}:${LAST}${last}`).clear("Contents");
    }
    dress(sheet, shown.length);
    if (shown.length > 0)
      sheet.getRange(`A${FIRST_ROW}:${LAST}${FIRST_ROW + shown.length - 1}`).formulas = shown;
    sheet.activate();
    await context.sync();
  });
}
