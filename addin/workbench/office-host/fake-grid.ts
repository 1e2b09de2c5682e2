/** A grid of plain objects for tests of the batching rules: no formulas, no drawing. */
import type { Area, CellRead, Grid, Look } from "../grid.ts";

export interface FakeGrid extends Grid {
  /** What was called, in order. */
  readonly calls: string[];
}

interface FakeSheet {
  readonly id: string;
  name: string;
  hidden: boolean;
  readonly cells: Map<string, CellRead>;
}

function eachCell(area: Area, visit: (row: number, column: number) => void): void {
  for (let row = area.row; row < area.row + area.rowCount; row += 1) {
    for (let column = area.column; column < area.column + area.columnCount; column += 1) visit(row, column);
  }
}

function matrix<T>(area: Area, of: (row: number, column: number) => T): T[][] {
  return Array.from({ length: area.rowCount }, (_, r) =>
    Array.from({ length: area.columnCount }, (_, c) => of(area.row + r, area.column + c)),
  );
}

class FakeBook {
  readonly sheets: FakeSheet[] = [{ id: "s1", name: "Sheet1", hidden: false, cells: new Map() }];
  readonly names = new Map<string, string>();
  readonly notes = new Map<string, string>();
  selected: Area = { sheetId: "s1", row: 0, column: 0, rowCount: 1, columnCount: 1 };

  sheet(id: string): FakeSheet {
    const found = this.sheets.find((one) => one.id === id);
    if (found === undefined) throw new RangeError(id);
    return found;
  }

  value(area: Area, row: number, column: number): CellRead {
    return this.sheet(area.sheetId).cells.get(`${row},${column}`) ?? "";
  }

  usedArea(id: string): Area | null {
    const places = [...this.sheet(id).cells.keys()].map((key) => key.split(",").map(Number));
    if (places.length === 0) return null;
    const rows = places.map(([row = 0]) => row);
    const columns = places.map(([, column = 0]) => column);
    const [row, column] = [Math.min(...rows), Math.min(...columns)];
    const [lastRow, lastColumn] = [Math.max(...rows), Math.max(...columns)];
    return { sheetId: id, row, column, rowCount: lastRow - row + 1, columnCount: lastColumn - column + 1 };
  }
}

function sheetMethods(book: FakeBook): Partial<Grid> {
  return {
    sheets: () =>
      book.sheets.map(({ id, name, hidden }) => ({
        id,
        name,
        hidden,
        tabColor: "",
        rowCount: 100,
        columnCount: 26,
      })),
    activeSheetId: () => "s1",
    addSheet(name) {
      const id = `s${book.sheets.length + 1}`;
      book.sheets.push({ id, name, hidden: false, cells: new Map() });
      return id;
    },
    renameSheet: (id, name) => void (book.sheet(id).name = name),
    setSheetHidden: (id, hidden) => void (book.sheet(id).hidden = hidden),
    usedArea: (id) => book.usedArea(id),
  };
}

function cellMethods(book: FakeBook): Partial<Grid> {
  return {
    read: (area) => ({
      values: matrix(area, (r, c) => book.value(area, r, c)),
      formulas: matrix(area, (r, c) => book.value(area, r, c)),
      texts: matrix(area, (r, c) => String(book.value(area, r, c))),
      formats: matrix(area, () => "General"),
    }),
    write(area, input) {
      eachCell(area, (row, column) => {
        const entry = input[row - area.row]?.[column - area.column] ?? null;
        if (entry !== null) book.sheet(area.sheetId).cells.set(`${row},${column}`, entry);
      });
    },
    lookOf: (): Look => ({}),
    names: () => [...book.names].map(([name, reference]) => ({ name, reference })),
    setName: (name, reference) => void book.names.set(name, reference),
    note: (key) => book.notes.get(key) ?? null,
    setNote: (key, text) => void (text === null ? book.notes.delete(key) : book.notes.set(key, text)),
  };
}

export function fakeGrid(): FakeGrid {
  const calls: string[] = [];
  const book = new FakeBook();
  const silent = { dispose: () => undefined };
  const known: Partial<Grid> = {
    ...sheetMethods(book),
    ...cellMethods(book),
    selection: () => book.selected,
    select: (area) => void (book.selected = area),
    onSelection: () => silent,
    onCells: () => silent,
    batch: (work) => work(),
    whenCalculated: () => Promise.resolve(),
  };
  return new Proxy({ calls } as FakeGrid, {
    get(target, property) {
      if (property === "calls") return target.calls;
      const method = known[property as keyof Grid] as ((...args: unknown[]) => unknown) | undefined;
      return (...args: unknown[]) => {
        calls.push(String(property));
        return method?.(...args);
      };
    },
  });
}
