import fc from "fast-check";
import { expect, test } from "vitest";
import { cellAddress } from "../kernel/address.ts";
import type { FlatCell, FlatWorkbook } from "../kernel/flat.ts";
import { findCycles } from "./cycles.ts";

type Place = readonly [sheet: 0 | 1, column: number, row: number];
const keyOf = ([sheet, column, row]: Place): string => `${sheet}!${cellAddress(column, row)}`;
const place: fc.Arbitrary<Place> = fc.tuple(
  fc.constantFrom(0 as const, 1 as const),
  fc.integer({ min: 1, max: 3 }),
  fc.integer({ min: 1, max: 4 }),
);
/** What a formula adds up: the rectangle between two cells of one sheet. */
const formulas = fc.array(fc.tuple(place, fc.array(fc.tuple(place, place), { minLength: 1, maxLength: 2 })), {
  maxLength: 7,
});

type Read = readonly (readonly [Place, Place])[];

function workbookOf(cells: ReadonlyMap<string, Read>): FlatWorkbook {
  const sheets = [0, 1].map((sheet) => {
    const own: Record<string, FlatCell> = { Z9: { value: 1 } };
    for (const [key, read] of cells) {
      if (!key.startsWith(`${sheet}!`)) continue;
      const parts = read.map(
        ([a, b]) => `'T ${a[0]}'!${keyOf(a).slice(2)}:$${keyOf([a[0], b[1], b[2]]).slice(2)}`,
      );
      own[key.slice(2)] = { value: 0, formula: `=SUM(${parts.join(",")})` };
    }
    return { name: `T ${sheet}`, cells: own };
  });
  return { sheets };
}

/** The plain way: everywhere a cell leads. */
function reachedFrom(start: string, cells: ReadonlyMap<string, Read>): ReadonlySet<string> {
  const read = (key: string): string[] =>
    [...cells.keys()].filter((other) =>
      (cells.get(key) ?? []).some(([a, b]) => {
        const inside = [];
        for (let column = a[1]; column <= b[1]; column += 1)
          for (let row = a[2]; row <= b[2]; row += 1) inside.push(keyOf([a[0], column, row]));
        return inside.includes(other);
      }),
    );
  const seen = new Set<string>();
  const waiting = read(start);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    waiting.push(...read(next));
  }
  return seen;
}

test("a circle is found exactly when some cell leads back to itself, and its cells all lead to one another", () => {
  let [circles, none] = [0, 0];
  fc.assert(
    fc.property(formulas, (given) => {
      const cells = new Map(given.map(([at, read]) => [keyOf(at), read] as const));
      const reached = new Map([...cells.keys()].map((key) => [key, reachedFrom(key, cells)]));
      const found = findCycles(workbookOf(cells)).map((circle) =>
        circle.map(({ sheet, cell }) => `${sheet.slice(2)}!${cell}`),
      );
      expect(found.length > 0).toBe([...reached].some(([key, all]) => all.has(key)));
      for (const circle of found)
        for (const key of circle)
          expect(circle.filter((other) => reached.get(key)?.has(other) !== true)).toEqual([]);
      const names = found.map((circle) => circle.join());
      expect(new Set(names).size).toBe(names.length);
      if (found.length > 0) circles += 1;
      else none += 1;
    }),
    { numRuns: 1000 },
  );
  expect(Math.min(circles, none)).toBeGreaterThan(50);
});

test("thousands of ranges one over the other, and one circle in the midst of them", () => {
  const rows = 4000;
  const cells: Record<string, FlatCell> = {
    C1: { value: 0, formula: "=D1" },
    D1: { value: 0, formula: "=C1" },
  };
  for (let row = 1; row <= rows; row += 1) {
    cells[`A${row}`] = { value: row, formula: `=${row}` };
    cells[`B${row}`] = { value: row, formula: `=SUM(A$1:A${row})` };
  }
  const circle = [
    { sheet: "T", cell: "C1", row: 1 },
    { sheet: "T", cell: "D1", row: 1 },
  ];
  expect(findCycles({ sheets: [{ name: "T", cells }] })).toEqual([circle]);
  // Everything reads everything: the first twenty are enough.
  for (let row = 1; row <= rows; row += 1) cells[`A${row}`] = { value: row, formula: `=SUM(B1:B${rows})` };
  expect(findCycles({ sheets: [{ name: "T", cells: { ...cells } }] })).toHaveLength(20);
});
