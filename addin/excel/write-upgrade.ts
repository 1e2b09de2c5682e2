/** A workbook of an older template gets what it lacks: missing sheets, then missing columns, then the new version. */
import { columnLetters, parseAddress } from "../../shared/kernel/address.ts";
import type { FlatSheet, FlatWorkbook } from "../../shared/kernel/flat.ts";
import type { LawBook } from "../../shared/law/types.ts";
import type { InfoDraft } from "../../shared/workbook/build.ts";
import { findHeaders, findSheet } from "../../shared/workbook/read.ts";
import { INPUT_SHEETS } from "../../shared/workbook/template.ts";
import { upgradeWorkbook } from "../../shared/workbook/upgrade.ts";
import type { Wrote } from "./changes.ts";
import { cellEntry } from "./entry.ts";
import { inUnlockedExcel } from "./sheet-lock.ts";
import { queueWrites, type CellsWrite } from "./write-cells.ts";
import { dressColumn, writeTemplate } from "./write-template.ts";

/** Cells the upgraded sheet has and the present one has not, or not so. */
function newCells(before: FlatSheet, after: FlatSheet): CellsWrite[] {
  return Object.entries(after.cells)
    .filter(([address, cell]) => before.cells[address] !== cell)
    .map(([address, cell]) => ({ sheet: before.name, address, entries: [[cellEntry(cell)]] }));
}

function dressNewColumns(context: Excel.RequestContext, before: FlatSheet, after: FlatSheet): void {
  const def = INPUT_SHEETS.find(({ name }) => findSheet({ sheets: [after] }, name) !== null);
  if (def === undefined) return;
  const known = findHeaders(before, def)?.columns;
  const sheet = context.workbook.worksheets.getItem(before.name);
  for (const [id, at] of findHeaders(after, def)?.columns ?? []) {
    const column = def.columns.find((one) => one.id === id);
    if (column !== undefined && known?.has(id) !== true) dressColumn(sheet, def, column, columnLetters(at));
  }
}

/**
 * @param info for sheets that are made anew; fields already in the workbook are never touched
 * Throws ExcelProblem: protected, cell-editing, stopped.
 */
export async function applyUpgrade(
  workbook: FlatWorkbook,
  info: InfoDraft,
  law: LawBook,
  wrote: Wrote,
): Promise<void> {
  const upgraded = upgradeWorkbook(workbook, law).workbook;
  const pairs = upgraded.sheets.flatMap((after) => {
    const before = findSheet(workbook, after.name);
    return before === null || before === after ? [] : [{ before, after }];
  });
  await writeTemplate(info, law, wrote);
  await inUnlockedExcel(async (context) => {
    for (const { before, after } of pairs) dressNewColumns(context, before, after);
    const writes = pairs.flatMap(({ before, after }) => newCells(before, after));
    const changes = queueWrites(
      context,
      writes.filter(({ address }) => parseAddress(address) !== null),
    );
    await context.sync();
    wrote(changes());
  });
}
