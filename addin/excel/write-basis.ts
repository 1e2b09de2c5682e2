/** The versions a workbook stands on, written into KC_ThongTin; the words of the cell are shared/workbook/norm-pins.ts. */
import type { FlatWorkbook } from "../../shared/kernel/flat.ts";
import { readPlan } from "../../shared/workbook/read.ts";
import { INFO_SHEET } from "../../shared/workbook/template.ts";
import { valueEntry } from "./entry.ts";
import { inUnlockedExcel } from "./sheet-lock.ts";
import { queueWrites, type CellsChange } from "./write-cells.ts";

/** Throws ExcelProblem: protected, cell-editing. */
export function writeBasisVersions(workbook: FlatWorkbook, text: string): Promise<readonly CellsChange[]> {
  const address = readPlan(workbook).info.addressOf["lawVersion"] ?? "B12";
  return inUnlockedExcel(async (context) => {
    const changes = queueWrites(context, [
      { sheet: INFO_SHEET.name, address, entries: [[valueEntry(text)]] },
    ]);
    await context.sync();
    return changes();
  });
}
