/** A workbook with other values in some of its cells; formulas stay. */
import type { CellValue, FlatCell, FlatWorkbook } from "../kernel/flat.ts";

/** Sheet name → address → value. */
export type SheetValues = ReadonlyMap<string, ReadonlyMap<string, CellValue>>;

export function putValues(workbook: FlatWorkbook, values: SheetValues): FlatWorkbook {
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) => {
      const known = values.get(sheet.name);
      if (known === undefined) return sheet;
      const cells: Record<string, FlatCell> = { ...sheet.cells };
      for (const [address, value] of known) cells[address] = { ...cells[address], value };
      return { ...sheet, cells };
    }),
  };
}
