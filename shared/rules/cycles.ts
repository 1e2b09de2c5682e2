/** Formulas that lead back to themselves. Ranges are visited once each, so 5.000 lines under 500 sums stay quick. */
import { cellAddress, parseAddress } from "../kernel/address.ts";
import type { FlatWorkbook } from "../kernel/flat.ts";
import { toGrid, type PlacedFormula } from "../kernel/grid.ts";
import { referencesIn, type Reference } from "./references.ts";

export interface CycleCell {
  readonly sheet: string;
  readonly cell: string;
  readonly row: number;
}

/** Enough to act on; the rest appear once these are mended. */
const MOST_CYCLES = 20;

interface FormulaSheet {
  readonly name: string;
  /** column → rows of its formulas, ascending */
  readonly columns: ReadonlyMap<number, readonly number[]>;
  readonly formulas: ReadonlyMap<string, string>;
}

function formulaSheets(workbook: FlatWorkbook): Map<string, FormulaSheet> {
  const sheets = new Map<string, FormulaSheet>();
  for (const { name, cells } of workbook.sheets) {
    const columns = new Map<number, number[]>();
    const formulas = new Map<string, string>();
    for (const [address, { formula }] of Object.entries(cells)) {
      const place = formula === undefined ? null : parseAddress(address);
      if (formula === undefined || place === null) continue;
      formulas.set(address, formula);
      const rows = columns.get(place.column);
      if (rows === undefined) columns.set(place.column, [place.row]);
      else rows.push(place.row);
    }
    for (const rows of columns.values()) rows.sort((a, b) => a - b);
    sheets.set(name.toLowerCase(), { name, columns, formulas });
  }
  return sheets;
}

/** Formula cells inside a range, in order. */
function formulasIn(sheet: FormulaSheet, { from, to }: Reference): string[] {
  const found: string[] = [];
  for (const [column, rows] of sheet.columns) {
    if (column < from.column || column > to.column) continue;
    for (const row of rows) if (row >= from.row && row <= to.row) found.push(cellAddress(column, row));
  }
  return found;
}

/** A node is a cell "sheet!A1" or a range "sheet!A1:A9"; both by the sheet's folded name. */
type Node = string;

class CycleSearch {
  readonly cycles: CycleCell[][] = [];
  private readonly sheets: Map<string, FormulaSheet>;
  private readonly state = new Map<Node, "open" | "done">();
  private readonly ranges = new Map<Node, Reference>();

  constructor(workbook: FlatWorkbook) {
    this.sheets = formulaSheets(workbook);
    for (const [key, { formulas }] of this.sheets)
      for (const address of formulas.keys()) this.visit(`${key}!${address}`);
  }

  private children(node: Node): readonly Node[] {
    const at = node.lastIndexOf("!");
    const key = node.slice(0, at);
    const range = this.ranges.get(node);
    const sheet = this.sheets.get(key);
    if (sheet === undefined) return [];
    if (range !== undefined) return formulasIn(sheet, range).map((address) => `${key}!${address}`);
    return referencesIn(sheet.formulas.get(node.slice(at + 1)) ?? "").flatMap((reference) =>
      this.nodeOf(reference, key),
    );
  }

  private nodeOf(reference: Reference, own: string): Node[] {
    if (reference.external) return [];
    const key = reference.sheetKey ?? own;
    const { from, to } = reference;
    const first = `${key}!${cellAddress(from.column, from.row)}`;
    if (from.column === to.column && from.row === to.row)
      return this.sheets.get(key)?.formulas.has(cellAddress(from.column, from.row)) === true ? [first] : [];
    const node = `${first}:${cellAddress(to.column, to.row)}`;
    this.ranges.set(node, reference);
    return [node];
  }

  /** Depth first without recursion: a chain of formulas may be thousands long. */
  private visit(start: Node): void {
    if (this.state.has(start)) return;
    this.state.set(start, "open");
    const path: { node: Node; rest: Node[] }[] = [{ node: start, rest: [...this.children(start)] }];
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const next = top.rest.pop();
      if (next === undefined) {
        this.state.set(top.node, "done");
        path.pop();
        continue;
      }
      const state = this.state.get(next);
      if (state === "open") this.report(path.slice(path.findIndex(({ node }) => node === next)));
      if (state !== undefined) continue;
      this.state.set(next, "open");
      path.push({ node: next, rest: [...this.children(next)] });
    }
  }

  private report(path: readonly { node: Node }[]): void {
    if (this.cycles.length >= MOST_CYCLES) return;
    const cells = path.flatMap(({ node }): CycleCell[] => {
      if (this.ranges.has(node)) return [];
      const at = node.lastIndexOf("!");
      const cell = node.slice(at + 1);
      const sheet = this.sheets.get(node.slice(0, at))?.name ?? "";
      return [{ sheet, cell, row: parseAddress(cell)?.row ?? 1 }];
    });
    cells.sort((a, b) => (a.sheet < b.sheet ? -1 : a.sheet > b.sheet ? 1 : a.row - b.row));
    if (cells.length > 0) this.cycles.push(cells);
  }
}

/** sheet's folded name → column → its formulas */
type FormulaColumns = ReadonlyMap<string, ReadonlyMap<number, readonly PlacedFormula[]>>;

function formulaColumns(workbook: FlatWorkbook): FormulaColumns {
  const sheets = new Map<string, Map<number, PlacedFormula[]>>();
  for (const sheet of workbook.sheets) {
    const columns = new Map<number, PlacedFormula[]>();
    for (const placed of toGrid(sheet).formulas) {
      const formulas = columns.get(placed.column);
      if (formulas === undefined) columns.set(placed.column, [placed]);
      else formulas.push(placed);
    }
    sheets.set(sheet.name.toLowerCase(), columns);
  }
  return sheets;
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
function columnsRead(own: string, column: number, all: FormulaColumns): ReadonlySet<string> {
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
function columnsComeBack(all: FormulaColumns): boolean {
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
  return columnsComeBack(formulaColumns(workbook)) ? new CycleSearch(workbook).cycles : [];
}
