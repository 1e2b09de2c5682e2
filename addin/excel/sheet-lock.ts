/**
 * Files of ours lock their formula cells without a password. For one action of the pane the lock is lifted and put back;
 * a lock with a password is the person's own and is never touched: the action is refused with `protected`.
 */
import { INPUT_SHEETS } from "../../shared/workbook/template.ts";
import { inExcel } from "./problem.ts";

/** Everything a person may still do with a locked sheet; the same as in files. */
const ALLOWED: Excel.WorksheetProtectionOptions = {
  allowAutoFilter: true,
  allowDeleteColumns: true,
  allowDeleteRows: true,
  allowEditObjects: true,
  allowEditScenarios: true,
  allowFormatCells: true,
  allowFormatColumns: true,
  allowFormatRows: true,
  allowInsertColumns: true,
  allowInsertHyperlinks: true,
  allowInsertRows: true,
  allowPivotTables: true,
  allowSort: true,
};

/** The browser workbench offers less than this; Excel with a shared runtime always more. */
export function canLock(): boolean {
  return Office.context?.requirements?.isSetSupported("ExcelApi", "1.10") === true;
}

/** Without a password: anybody may lift it again (Review › Unprotect sheet). */
export function lockSheet(sheet: Excel.Worksheet): void {
  sheet.protection.protect(ALLOWED);
}

/** Names of the sheets whose lock was lifted. */
async function lift(context: Excel.RequestContext): Promise<string[]> {
  const { worksheets } = context.workbook;
  const sheets = INPUT_SHEETS.map(({ name }) => ({ name, sheet: worksheets.getItemOrNullObject(name) }));
  await context.sync();
  const present = sheets.filter(({ sheet }) => !sheet.isNullObject);
  for (const { sheet } of present) sheet.protection.load("protected");
  await context.sync();
  const locked = present.filter(({ sheet }) => sheet.protection.protected);
  for (const { sheet } of locked) sheet.protection.unprotect();
  if (locked.length > 0) await context.sync();
  return locked.map(({ name }) => name);
}

/** The work may have taken a sheet away. */
async function lockAgain(context: Excel.RequestContext, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  const sheets = names.map((name) => context.workbook.worksheets.getItemOrNullObject(name));
  await context.sync();
  for (const sheet of sheets) if (!sheet.isNullObject) lockSheet(sheet);
  await context.sync();
}

/** `inExcel` for work that writes into the template's sheets. Throws ExcelProblem. */
export function inUnlockedExcel<T>(work: (context: Excel.RequestContext) => Promise<T>): Promise<T> {
  if (!canLock()) return inExcel(work);
  return inExcel(async (context) => {
    const lifted = await lift(context);
    try {
      return await work(context);
    } finally {
      await lockAgain(context, lifted);
    }
  });
}
