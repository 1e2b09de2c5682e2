/** Going to a cell, and knowing which one the person is at. */
import { inExcel, toExcelProblem } from "./problem.ts";

export interface SelectedCell {
  readonly sheet: string;
  /** A1 of the first cell of the selection. */
  readonly address: string;
  readonly value: unknown;
  /** With "=", or null for a constant. */
  readonly formula: string | null;
  /** As Excel shows it. */
  readonly text: string;
}

/** False when the sheet does not exist. */
export function goToCell(sheetName: string, address: string): Promise<boolean> {
  return inExcel(async (context) => {
    const sheet = context.workbook.worksheets.getItemOrNullObject(sheetName);
    await context.sync();
    if (sheet.isNullObject) return false;
    sheet.activate();
    sheet.getRange(address).select();
    await context.sync();
    return true;
  });
}

/** "KC_DeAn!N5:N6" or "'Sổ cũ'!$B$2" → sheet and first cell. */
export function splitAddress(full: string): { sheet: string; address: string } {
  const cut = full.lastIndexOf("!");
  const sheet = cut < 0 ? "" : full.slice(0, cut);
  const bare = sheet.startsWith("'") ? sheet.slice(1, -1).replaceAll("''", "'") : sheet;
  const range = full.slice(cut + 1).replaceAll("$", "");
  return { sheet: bare, address: range.split(":")[0] ?? range };
}

/** Null when nothing sensible is selected (several areas, a drawing). */
export async function selectedCell(): Promise<SelectedCell | null> {
  try {
    return await Excel.run(async (context) => {
      const range = context.workbook.getSelectedRange();
      range.load(["address", "values", "formulas", "text"]);
      await context.sync();
      const formula: unknown = range.formulas[0]?.[0];
      const isFormula = typeof formula === "string" && formula.startsWith("=");
      return {
        ...splitAddress(range.address),
        value: range.values[0]?.[0],
        formula: isFormula ? formula : null,
        text: String(range.text[0]?.[0] ?? ""),
      };
    });
  } catch (error) {
    const problem = toExcelProblem(error);
    if (problem.code === "cell-editing") throw problem;
    return null;
  }
}

/** Calls back after every move of the selection. Returns how to stop. */
export async function watchSelection(callback: () => void): Promise<() => void> {
  const handle = await inExcel(async (context) => {
    const added = context.workbook.onSelectionChanged.add(() => {
      callback();
      return Promise.resolve();
    });
    await context.sync();
    return added;
  });
  return () => {
    void Excel.run(handle.context, async (context) => {
      handle.remove();
      await context.sync();
    }).catch(() => undefined);
  };
}

/** Who changed a sheet; older versions of Excel do not tell. */
export type ChangedBy = "us" | "somebody" | "unknown";

function changedBy(event: Excel.WorksheetChangedEventArgs): ChangedBy {
  if (event.triggerSource === undefined) return "unknown";
  return event.triggerSource === "ThisLocalAddin" ? "us" : "somebody";
}

/** Calls back when one of these sheets is changed; sheets that do not exist are passed over. */
export function watchSheets(names: readonly string[], callback: (by: ChangedBy) => void): Promise<void> {
  return inExcel(async (context) => {
    const sheets = names.map((name) => context.workbook.worksheets.getItemOrNullObject(name));
    await context.sync();
    for (const sheet of sheets) {
      if (sheet.isNullObject) continue;
      sheet.onChanged.add((event) => {
        callback(changedBy(event));
        return Promise.resolve();
      });
    }
    await context.sync();
  });
}
