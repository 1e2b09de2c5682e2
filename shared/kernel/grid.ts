/** A flat sheet by rows and columns, made in one look at its cells however many questions readers and rules ask of it. */
import { grouped } from "./grouped.ts";
import { parseAddress } from "./address.ts";
import type { FlatCell, FlatSheet } from "./flat.ts";
import { keptWith } from "./kept-with.ts";

/** column → cell */
export type RowCells = ReadonlyMap<number, FlatCell>;

export interface PlacedFormula {
  readonly column: number;
  readonly row: number;
  readonly formula: string;
}

export interface Grid {
  readonly rows: ReadonlyMap<number, RowCells>;
  /** In the order of the sheet's cells. */
  readonly formulas: readonly PlacedFormula[];
}

/** A flat sheet never changes. */
export const toGrid: (sheet: FlatSheet) => Grid = keptWith(makeGrid);

function makeGrid({ cells }: FlatSheet): Grid {
  const rows = new Map<number, Map<number, FlatCell>>();
  const formulas: PlacedFormula[] = [];
  for (const address of Object.keys(cells)) {
    const place = parseAddress(address);
    const cell = cells[address];
    if (place === null || cell === undefined) continue;
    let row = rows.get(place.row);
    if (row === undefined) rows.set(place.row, (row = new Map()));
    row.set(place.column, cell);
    if (cell.formula !== undefined) formulas.push({ ...place, formula: cell.formula });
  }
  return { rows, formulas };
}

/** column → its formulas, in the order of the sheet's cells */
export type FormulaColumns = ReadonlyMap<number, readonly PlacedFormula[]>;

export const formulasByColumn: (sheet: FlatSheet) => FormulaColumns = keptWith((sheet: FlatSheet) =>
  grouped(toGrid(sheet).formulas, ({ column }) => column),
);

/** Index of the first of these rows, which ascend, that is not above `row`; their number when all are. */
export function firstFrom(rows: readonly number[], row: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle] ?? 0) < row) low = middle + 1;
    else high = middle;
  }
  return low;
}
