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

export function fakeGrid(): FakeGrid {
  const calls: string[] = [];
  const sheets: FakeSheet[] = [{ id: "s1", name: "Sheet1", hidden: false, cells: new Map() }];
  const names = new Map<string, string>();
  const notes = new Map<string, string>();
  let selected: Area = { sheetId: "s1", row: 0, column: 0, rowCount: 1, columnCount: 1 };
  const sheet = (id: string): FakeSheet => {
    const found = sheets.find((one) => one.id === id);
    if (found === undefined) throw new RangeError(id);
    return found;
  };
  const value = (area: Area, row: number, column: number): CellRead =>
    sheet(area.sheetId).cells.get(`${row},${column}`) ?? "";
  const silent = { dispose: () => undefined };
  const known: Partial<Grid> = {
    sheets: () =>
      sheets.map(({ id, name, hidden }) => ({
        id,
        name,
        hidden,
        tabColor: "",
        rowCount: 100,
        columnCount: 26,
      })),
    activeSheetId: () => "s1",
    addSheet(name) {
      const id = `s${sheets.length + 1}`;
      sheets.push({ id, name, hidden: false, cells: new Map() });
      return id;
    },
    renameSheet: (id, name) => void (sheet(id).name = name),
    setSheetHidden: (id, hidden) => void (sheet(id).hidden = hidden),
    usedArea(id) {
      const places = [...sheet(id).cells.keys()].map((key) => key.split(",").map(Number));
      if (places.length === 0) return null;
      const rows = places.map(([row = 0]) => row);
      const columns = places.map(([, column = 0]) => column);
      const [row, column] = [Math.min(...rows), Math.min(...columns)];
      const [lastRow, lastColumn] = [Math.max(...rows), Math.max(...columns)];
      return { sheetId: id, row, column, rowCount: lastRow - row + 1, columnCount: lastColumn - column + 1 };
    },
    read: (area) => ({
      values: matrix(area, (r, c) => value(area, r, c)),
      formulas: matrix(area, (r, c) => value(area, r, c)),
      texts: matrix(area, (r, c) => String(value(area, r, c))),
      formats: matrix(area, () => "General"),
    }),
    write(area, input) {
      eachCell(area, (row, column) => {
        const entry = input[row - area.row]?.[column - area.column] ?? null;
        if (entry !== null) sheet(area.sheetId).cells.set(`${row},${column}`, entry);
      });
    },
    lookOf: (): Look => ({}),
    names: () => [...names].map(([name, reference]) => ({ name, reference })),
    setName: (name, reference) => void names.set(name, reference),
    note: (key) => notes.get(key) ?? null,
    setNote: (key, text) => void (text === null ? notes.delete(key) : notes.set(key, text)),
    selection: () => selected,
    select: (area) => void (selected = area),
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
