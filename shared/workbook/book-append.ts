/** Lines added to a list sheet of a flat workbook, after the last used one; the sheet is made when it is missing. */
import { cellAddress } from "../kernel/address.ts";
import type { FlatCell, FlatSheet, FlatWorkbook } from "../kernel/flat.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import type { LawBook } from "../law/types.ts";
import { blankWorkbook } from "./blank.ts";
import type { RowValues } from "./draft-rows.ts";
import { findHeaders, findSheet, readLines } from "./read.ts";
import type { ListSheetDef } from "./template.ts";

/** Typed values only: for the sheets whose columns are all typed. Errors: no-header, sheet-full. */
export function appendRows(
  workbook: FlatWorkbook,
  def: ListSheetDef,
  rows: readonly RowValues[],
  law: LawBook,
): Result<FlatWorkbook> {
  const present = findSheet(workbook, def.name);
  const sheet: FlatSheet | null = present ?? findSheet(blankWorkbook(law), def.name);
  const headers = sheet === null ? null : findHeaders(sheet, def);
  if (sheet === null || headers === null)
    return fail(
      "VALUE",
      "no-header",
      `Không nhận ra dòng tiêu đề của ${def.name}.`,
      `No header in ${def.name}.`,
    );
  const lines = readLines(workbook, def);
  const first = (lines.at(-1)?.row ?? headers.row) + 1;
  if (lines.length + rows.length > def.capacity)
    return fail("VALUE", "sheet-full", `Trang ${def.name} đã hết dòng.`, `${def.name} is full.`);
  const cells: Record<string, FlatCell> = { ...sheet.cells };
  rows.forEach((values, index) => {
    for (const [id, column] of headers.columns) {
      const value = values[id] ?? null;
      if (value === null) continue;
      cells[cellAddress(column, first + index)] =
        typeof value === "object" ? { value: null, formula: value.formula } : { value };
    }
  });
  const filled = { ...sheet, cells };
  const sheets =
    present === null
      ? [...workbook.sheets, filled]
      : workbook.sheets.map((one) => (one === present ? filled : one));
  return ok({ ...workbook, sheets });
}
