/**
 * The cells that lead back to themselves, one circle after another. Ranges overlap: of 5.000 running sums each reads up
 * to 5.000 cells. So the formulas of a column are halved and halved again, and a range reads the few halves it is made
 * of, each looked into once.
 */
import { cellAddress } from "../kernel/address.ts";
import type { FlatWorkbook } from "../kernel/flat.ts";
import { firstFrom, formulasByColumn } from "../kernel/grid.ts";
import { referencesIn, type Reference } from "./references.ts";

export interface CycleCell {
  readonly sheet: string;
  readonly cell: string;
  readonly row: number;
}

/** Enough to act on; the rest appear once these are mended. */
const MOST_CYCLES = 20;

/** The formulas of one column of a sheet, from the top down. */
interface Column {
  readonly sheet: string;
  readonly sheetKey: string;
  readonly number: number;
  readonly formulas: readonly string[];
  readonly rows: readonly number[];
  /** A column of n formulas has the numbers of n cells and n - 1 halvings from here. */
  readonly firstId: number;
}

/** Neighbours in a column: one cell, or a half of a half of it. `to` is behind the last. */
interface Span {
  readonly column: Column;
  readonly from: number;
  readonly to: number;
}

const isCell = ({ from, to }: Span): boolean => to - from === 1;
const middleOf = ({ from, to }: Span): number => (from + to) >> 1;

/** Every halving has a middle of its own. */
function idOf(span: Span): number {
  const { column, from } = span;
  return column.firstId + (isCell(span) ? from : column.formulas.length + middleOf(span) - 1);
}

function halvesOf(span: Span): Span[] {
  const middle = middleOf(span);
  return [
    { ...span, to: middle },
    { ...span, from: middle },
  ];
}

/** Adds the spans that `from` to `to` is made of, from the top down. */
function addSpans(within: Span, from: number, to: number, spans: Span[]): void {
  if (from >= within.to || to <= within.from) return;
  if (from <= within.from && within.to <= to) spans.push(within);
  else for (const half of halvesOf(within)) addSpans(half, from, to, spans);
}

type Columns = ReadonlyMap<string, ReadonlyMap<number, Column>>;

function columnsOf(workbook: FlatWorkbook): Columns {
  const sheets = new Map<string, Map<number, Column>>();
  let firstId = 0;
  for (const sheet of workbook.sheets) {
    const sheetKey = sheet.name.toLowerCase();
    const columns = new Map<number, Column>();
    for (const [number, placed] of formulasByColumn(sheet)) {
      const downwards = [...placed].sort((a, b) => a.row - b.row);
      const [formulas, rows] = [downwards.map(({ formula }) => formula), downwards.map(({ row }) => row)];
      columns.set(number, { sheet: sheet.name, sheetKey, number, formulas, rows, firstId });
      firstId += 2 * formulas.length - 1;
    }
    sheets.set(sheetKey, columns);
  }
  return sheets;
}

function spansOf(columns: ReadonlyMap<number, Column>, { from, to }: Reference): Span[] {
  const spans: Span[] = [];
  const add = (column: Column): void => {
    const { rows } = column;
    const whole = { column, from: 0, to: rows.length };
    addSpans(whole, firstFrom(rows, from.row), firstFrom(rows, to.row + 1), spans);
  };
  const single = from.column === to.column ? columns.get(from.column) : undefined;
  if (single !== undefined) add(single);
  else
    for (const column of columns.values())
      if (from.column <= column.number && column.number <= to.column) add(column);
  return spans;
}

function readBy(span: Span, sheets: Columns): Span[] {
  if (!isCell(span)) return halvesOf(span);
  const { column, from } = span;
  return referencesIn(column.formulas[from] ?? "").flatMap((reference) => {
    const columns = reference.external ? undefined : sheets.get(reference.sheetKey ?? column.sheetKey);
    return columns === undefined ? [] : spansOf(columns, reference);
  });
}

function cellsOf(path: readonly Span[]): CycleCell[] {
  const cells = path.filter(isCell).map(({ column, from }) => {
    const row = column.rows[from] ?? 1;
    return { sheet: column.sheet, cell: cellAddress(column.number, row), row };
  });
  return cells.sort((a, b) => (a.sheet < b.sheet ? -1 : a.sheet > b.sheet ? 1 : a.row - b.row));
}

interface Step {
  readonly span: Span;
  readonly rest: Span[];
}

const nameOf = (circle: readonly CycleCell[]): string =>
  circle.map(({ sheet, cell }) => `${sheet}!${cell}`).join();

/** Depth first without recursion: a chain of formulas may be thousands long. */
class Search {
  readonly #sheets: Columns;
  /** By name: a cell may read another by more than one of its ranges. */
  readonly #circles = new Map<string, readonly CycleCell[]>();
  readonly #state = new Map<number, "open" | "done">();
  readonly #path: Step[] = [];

  constructor(workbook: FlatWorkbook) {
    this.#sheets = columnsOf(workbook);
  }

  run(): readonly (readonly CycleCell[])[] {
    for (const columns of this.#sheets.values())
      for (const column of columns.values())
        for (let at = 0; at < column.formulas.length; at += 1) {
          this.#meet({ column, from: at, to: at + 1 });
          this.#follow();
        }
    return [...this.#circles.values()];
  }

  #isFull(): boolean {
    return this.#circles.size >= MOST_CYCLES;
  }

  #follow(): void {
    for (let top = this.#path.at(-1); top !== undefined && !this.#isFull(); top = this.#path.at(-1)) {
      const next = top.rest.pop();
      if (next !== undefined) this.#meet(next);
      else {
        this.#state.set(idOf(top.span), "done");
        this.#path.pop();
      }
    }
  }

  #meet(span: Span): void {
    if (this.#isFull()) return;
    const id = idOf(span);
    const known = this.#state.get(id);
    if (known === "open") this.#note(id);
    if (known !== undefined) return;
    this.#state.set(id, "open");
    this.#path.push({ span, rest: readBy(span, this.#sheets) });
  }

  /** The path from there on comes back to where it began. */
  #note(id: number): void {
    const start = this.#path.findIndex(({ span }) => idOf(span) === id);
    const circle = cellsOf(this.#path.slice(start).map(({ span }) => span));
    this.#circles.set(nameOf(circle), circle);
  }
}

export function searchCycles(workbook: FlatWorkbook): readonly (readonly CycleCell[])[] {
  return new Search(workbook).run();
}
