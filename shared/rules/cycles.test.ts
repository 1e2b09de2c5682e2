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

/** The plain way: from every cell, everywhere it leads. */
function comesBack(cells: ReadonlyMap<string, Read>): boolean {
  const read = (key: string): string[] =>
    [...cells.keys()].filter((other) =>
      (cells.get(key) ?? []).some(([a, b]) => {
        const inside = [];
        for (let column = a[1]; column <= b[1]; column += 1)
          for (let row = a[2]; row <= b[2]; row += 1) inside.push(keyOf([a[0], column, row]));
        return inside.includes(other);
      }),
    );
  return [...cells.keys()].some((start) => {
    const seen = new Set<string>();
    const waiting = read(start);
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      if (next === start) return true;
      if (seen.has(next)) continue;
      seen.add(next);
      waiting.push(...read(next));
    }
    return false;
  });
}

test("a circle is found exactly when some cell leads back to itself", () => {
  let [circles, none] = [0, 0];
  fc.assert(
    fc.property(formulas, (given) => {
      const cells = new Map(given.map(([at, read]) => [keyOf(at), read] as const));
      const found = findCycles(workbookOf(cells)).length > 0;
      expect(found).toBe(comesBack(cells));
      if (found) circles += 1;
      else none += 1;
    }),
    { numRuns: 400 },
  );
  expect(Math.min(circles, none)).toBeGreaterThan(20);
});
