/** Checks of one table on its own, as KC.KIEMTRA sees it: values without the rest of the workbook. */
import { cellAddress, parseAddress } from "../kernel/address.ts";
import type { IsoDate } from "../kernel/date.ts";
import type { Finding } from "../kernel/finding.ts";
import type { CellValue, FlatCell, FlatSheet } from "../kernel/flat.ts";
import { fail, ok, type Result } from "../kernel/result.ts";
import type { LawBook } from "../law/types.ts";
import { RULES } from "../rules/index.ts";
import { runRules } from "../rules/run.ts";
import { findHeaders, readPlan } from "./read.ts";
import { INPUT_SHEETS, type ListSheetDef } from "./template.ts";

export interface TableFinding extends Finding {
  /** 1-based row and column inside the table; 0 = the whole line. */
  readonly tableRow: number;
  readonly tableColumn: number;
}

function toSheet(name: string, rows: readonly (readonly CellValue[])[]): FlatSheet {
  const cells: Record<string, FlatCell> = {};
  rows.forEach((row, r) =>
    row.forEach(
      (value, c) => value !== null && value !== "" && (cells[cellAddress(c + 1, r + 1)] = { value }),
    ),
  );
  return { name, cells };
}

/** Computed columns came as values; they are taken for what they are, not for overwritten formulas. */
function withFormulas(sheet: FlatSheet, def: ListSheetDef): FlatSheet {
  const headers = findHeaders(sheet, def);
  const computed = new Set(
    def.columns
      .filter((column) => column.formula !== undefined)
      .map((column) => headers?.columns.get(column.id)),
  );
  const cells: Record<string, FlatCell> = {};
  for (const [address, cell] of Object.entries(sheet.cells)) {
    const { column } = place(address);
    cells[address] = computed.has(column) ? { ...cell, formula: "=" } : cell;
  }
  return { ...sheet, cells };
}

function place(address: string): { row: number; column: number } {
  return parseAddress(address) ?? { row: 0, column: 0 };
}

/**
 * Shape and line rules for a table with its heading row. Rules that need other sheets stay silent.
 * Without a date every rule speaks, each as it was last set.
 * Error: table-unknown when the headings are of no sheet of the template.
 */
export function judgeTable(
  rows: readonly (readonly CellValue[])[],
  law: LawBook,
  asOf: IsoDate | null = null,
): Result<TableFinding[]> {
  const sheets = INPUT_SHEETS.map((def) => ({ def, sheet: toSheet(def.name, rows) })).map((one) => ({
    ...one,
    headers: findHeaders(one.sheet, one.def),
  }));
  const best = sheets
    .filter((one) => one.headers !== null)
    .sort((a, b) => (b.headers?.columns.size ?? 0) - (a.headers?.columns.size ?? 0))[0];
  if (best === undefined)
    return fail(
      "VALUE",
      "table-unknown",
      "Không nhận ra bảng: hãy chọn cả dòng tiêu đề của KC_DeAn hoặc KC_DuToan.",
      "Select the table with its heading row.",
    );
  const workbook = { sheets: [withFormulas(best.sheet, best.def)] };
  const plan = readPlan(workbook);
  const findings = runRules(RULES, { plan, workbook, law, asOf }).filter(
    (f) => f.where.sheet === best.def.name && (f.stage === "shape" || f.stage === "line"),
  );
  return ok(
    findings.map((finding) => {
      const { row, column } =
        finding.where.cell === undefined
          ? { row: finding.where.row ?? 0, column: 0 }
          : place(finding.where.cell);
      return { ...finding, tableRow: row, tableColumn: column };
    }),
  );
}
