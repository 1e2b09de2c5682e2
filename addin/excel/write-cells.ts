/** Cells written in one batch that remember what stood there, so that one click takes the whole action back. */
import { parseAddress, cellAddress } from "../../shared/kernel/address.ts";
import { valueEntry, type Entry } from "./entry.ts";
import { inUnlockedExcel } from "./sheet-lock.ts";

/** A rectangle of one sheet, "A5:C7" or "A5", and what goes into it, row by row. */
export interface CellsWrite {
  readonly sheet: string;
  readonly address: string;
  readonly entries: readonly (readonly Entry[])[];
}

/** What a rectangle held before the action, ready to be written again, and what Excel showed right after it. */
export interface CellsChange {
  readonly sheet: string;
  readonly address: string;
  readonly before: readonly (readonly Entry[])[];
  readonly after: readonly (readonly unknown[])[];
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
      sheet,
      address,
      before: entriesOf(before[index]?.formulas ?? [], before[index]?.values ?? []),
      after: (after[index]?.formulas ?? []).map((row) => [...row]),
    }));
}

/** Throws ExcelProblem: not-found, protected, cell-editing. */
export function writeCells(writes: readonly CellsWrite[]): Promise<readonly CellsChange[]> {
  return inUnlockedExcel(async (context) => {
    const changes = queueWrites(context, writes);
    await context.sync();
    return changes();
  });
}

/** "KC_DeAn!C5" of the first cell that no longer holds what the action left there; null when all do. */
export function firstTouched(change: CellsChange, now: readonly (readonly unknown[])[]): string | null {
  const corner = parseAddress(change.address.split(":")[0] ?? "") ?? { row: 1, column: 1 };
  for (const [r, row] of change.after.entries())
    for (const [c, left] of row.entries())
      if (now[r]?.[c] !== left) return `${change.sheet}!${cellAddress(corner.column + c, corner.row + r)}`;
  return null;
}

/**
 * Puts everything back as it was, or changes nothing when somebody has typed there since.
 * @returns null when it was put back, otherwise the first cell that is in the way ("KC_DeAn!C5")
 */
export function takeBack(changes: readonly CellsChange[]): Promise<string | null> {
  return inUnlockedExcel(async (context) => {
    const places = changes.map((change) => ({
      change,
      range: context.workbook.worksheets.getItem(change.sheet).getRange(change.address),
    }));
    for (const { range } of places) range.load("formulas");
    await context.sync();
    for (const { change, range } of places) {
      const touched = firstTouched(change, range.formulas);
      if (touched !== null) return touched;
    }
    for (const { change, range } of places) range.formulas = change.before.map((row) => [...row]);
    await context.sync();
    return null;
  });
}
