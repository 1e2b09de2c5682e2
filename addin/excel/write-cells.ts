/** Cells written in one batch that remember what stood there, so that one click takes the whole action back. */
import type { CellsChange, Wrote } from "./changes.ts";
import { valueEntry, type Entry } from "./entry.ts";
import { inUnlockedExcel } from "./sheet-lock.ts";

/** A rectangle of one sheet, "A5:C7" or "A5", and what goes into it, row by row. */
export interface CellsWrite {
  readonly sheet: string;
  readonly address: string;
  readonly entries: readonly (readonly Entry[])[];
}

/** A text that looks like a formula is the same in both readings; a formula shows its result in one of them. */
function asEntry(formula: unknown, value: unknown): Entry {
  if (typeof formula === "string" && formula.startsWith("=") && formula !== value) return formula;
  return valueEntry(value as string | number | boolean);
}

function entriesOf(
  formulas: readonly (readonly unknown[])[],
  values: readonly (readonly unknown[])[],
): Entry[][] {
  return formulas.map((row, r) => row.map((formula, c) => asEntry(formula, values[r]?.[c])));
}

/**
 * Puts the writes into the batch between two readings of their places: all readings, all writes, all readings again, so
 * that nothing is computed anew between two writes. The changes are there once the batch has been synced; nothing here
 * syncs.
 */
export function queueWrites(
  context: Excel.RequestContext,
  writes: readonly CellsWrite[],
): () => CellsChange[] {
  const placeOf = ({ sheet, address }: CellsWrite) =>
    context.workbook.worksheets.getItem(sheet).getRange(address);
  const read = (write: CellsWrite, properties: string) => {
    const range = placeOf(write);
    range.load(properties);
    return range;
  };
  const before = writes.map((write) => read(write, "formulas, values"));
  for (const write of writes) placeOf(write).formulas = write.entries.map((row) => [...row]);
  const after = writes.map((write) => read(write, "formulas"));
  return () =>
    writes.map(({ sheet, address }, index) => ({
      kind: "cells",
      sheet,
      address,
      before: entriesOf(before[index]?.formulas ?? [], before[index]?.values ?? []),
      after: (after[index]?.formulas ?? []).map((row) => [...row]),
    }));
}

/** Throws ExcelProblem: not-found, protected, cell-editing. */
export function writeCells(writes: readonly CellsWrite[], wrote: Wrote): Promise<void> {
  return inUnlockedExcel(async (context) => {
    const changes = queueWrites(context, writes);
    await context.sync();
    wrote(changes());
  });
}
