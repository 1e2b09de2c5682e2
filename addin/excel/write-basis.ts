/** The versions a workbook stands on, written into KC_ThongTin; the words of the cell are shared/workbook/norm-pins.ts. */
import type { FlatWorkbook } from "../../shared/kernel/flat.ts";
import { readPlan } from "../../shared/workbook/read.ts";
import { INFO_SHEET } from "../../shared/workbook/template.ts";
import type { Wrote } from "./changes.ts";
import { valueEntry } from "./entry.ts";
import { writeCells } from "./write-cells.ts";

/** Throws ExcelProblem: not-found, protected, cell-editing. */
export function writeBasisVersions(workbook: FlatWorkbook, text: string, wrote: Wrote): Promise<void> {
  const address = readPlan(workbook).info.addressOf["lawVersion"] ?? "B12";
  return writeCells([{ sheet: INFO_SHEET.name, address, entries: [[valueEntry(text)]] }], wrote);
}
