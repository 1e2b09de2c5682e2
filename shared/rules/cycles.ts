/** Formulas that lead back to themselves: a look at whole columns first, the cells only where one comes back. */
import type { FlatWorkbook } from "../kernel/flat.ts";
import { formulasByColumn, type FormulaColumns } from "../kernel/grid.ts";
import { searchCycles, type CycleCell } from "./cycle-search.ts";
import { referencesIn, type Reference } from "./references.ts";

/** sheet's name in lower case → column → its formulas */
type Columns = ReadonlyMap<string, FormulaColumns>;

function columnsOf({ sheets }: FlatWorkbook): Columns {
  return new Map(sheets.map((sheet) => [sheet.name.toLowerCase(), formulasByColumn(sheet)]));
}

/** Where a formula looks along its own column, from its own row. */
type Way = "up" | "down" | "both";

function wayOf({ from, to }: Reference, row: number): Way {
  return from.row > row ? "down" : to.row < row ? "up" : "both";
}

/**
 * The columns with formulas that those of one column read, as "sheet!column". The column itself is left out while all
 * its formulas look one way along it, as a sum over the rows below does: that way no cell comes back to itself.
 */
function columnsRead(own: string, column: number, all: Columns): ReadonlySet<string> {
  const read = new Map<string, Set<number>>();
  const ways = new Set<Way>();
  const note = (key: string, other: number, reference: Reference, row: number): void => {
    if (key === own && other === column) ways.add(wayOf(reference, row));
    else {
      const others = read.get(key);
      if (others === undefined) read.set(key, new Set([other]));
      else others.add(other);
    }
  };
  for (const { row, formula } of all.get(own)?.get(column) ?? [])
    for (const reference of referencesIn(formula)) {
      const { sheetKey, external, from, to } = reference;
      const key = sheetKey ?? own;
      const columns = external ? undefined : all.get(key);
      if (columns === undefined) continue;
      if (from.column === to.column) {
        if (columns.has(from.column)) note(key, from.column, reference, row);
        continue;
      }
      for (const other of columns.keys())
        if (from.column <= other && other <= to.column) note(key, other, reference, row);
    }
  const names = [...read].flatMap(([key, others]) => [...others].map((other) => `${key}!${other}`));
  return new Set(ways.size > 1 || ways.has("both") ? [...names, `${own}!${column}`] : names);
}

/**
 * Do columns read one another round to where they began? If not, no cell does: a circle of cells is a circle of their
 * columns, or runs within one column both up and down. No workbook of the template has one, and asking costs little
 * however many lines there are.
 */
function columnsComeBack(all: Columns): boolean {
  const waiting = new Map<string, ReadonlySet<string>>();
  for (const [key, columns] of all)
    for (const column of columns.keys()) waiting.set(`${key}!${column}`, columnsRead(key, column, all));
  for (;;) {
    const free = [...waiting].filter(([, read]) => ![...read].some((column) => waiting.has(column)));
    if (free.length === 0) return waiting.size > 0;
    for (const [column] of free) waiting.delete(column);
  }
}

/** Each circle once, its cells in the order of sheets and rows. */
export function findCycles(workbook: FlatWorkbook): readonly (readonly CycleCell[])[] {
  return columnsComeBack(columnsOf(workbook)) ? searchCycles(workbook) : [];
}
