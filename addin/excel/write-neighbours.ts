/** Neighbouring places as the unit states them, into KC_ThongTin; the words of the cell are shared/plan/neighbours.ts. */
import { parseAddress } from "../../shared/kernel/address.ts";
import type { FlatWorkbook } from "../../shared/kernel/flat.ts";
import { findSheet, readPlan } from "../../shared/workbook/read.ts";
import { INFO_SHEET, noteRow } from "../../shared/workbook/template.ts";
import type { Wrote } from "./changes.ts";
import { valueEntry } from "./entry.ts";
import { writeCells, type CellsWrite } from "./write-cells.ts";

const FIELD = "neighbours";

/** Below everything the sheet holds, and below where the template's own notes stand. */
function firstFreeRow(workbook: FlatWorkbook): number {
  const cells = findSheet(workbook, INFO_SHEET.name)?.cells ?? {};
  const used = Object.keys(cells).map((address) => parseAddress(address)?.row ?? 0);
  return Math.max(noteRow(INFO_SHEET, (INFO_SHEET.notes?.length ?? 0) - 1), ...used) + 1;
}

/** The cell of before; the first time with its label beside it. */
export function neighboursWrite(workbook: FlatWorkbook, text: string): CellsWrite {
  const address = readPlan(workbook).info.addressOf[FIELD];
  const value = valueEntry(text);
  if (address !== undefined) return { sheet: INFO_SHEET.name, address, entries: [[value]] };
  const row = firstFreeRow(workbook);
  const label = INFO_SHEET.laterFields?.find(({ id }) => id === FIELD)?.label ?? "";
  return { sheet: INFO_SHEET.name, address: `A${row}:B${row}`, entries: [[label, value]] };
}

/** Throws ExcelProblem: not-found, protected, cell-editing. */
export function writeNeighbours(workbook: FlatWorkbook, text: string, wrote: Wrote): Promise<void> {
  return writeCells([neighboursWrite(workbook, text)], wrote);
}
