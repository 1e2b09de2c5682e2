import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { buildDemoBook } from "../../shared/contract/built-book.ts";
import { FUNCTIONS } from "./index.ts";
import { useBook } from "./lib/book.ts";
import { whenChecker } from "./lib/checker.ts";

beforeAll(async () => {
  useBook(buildDemoBook());
  await whenChecker();
});

/** What people leave in cells: codes, dates, figures at the edge of exactness, blanks, errors, other types. */
const cell = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      "MAY-MOC",
      "LUONG-CO-SO",
      "KC.03.0210",
      "A1",
      "UT",
      "22",
      "Quảng Ninh",
      "11.1.a",
      "VL",
    ),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      0,
      -0,
      1,
      -1,
      3,
      0.5,
      22,
      26,
      46_204,
      1e12,
      -1e15,
      2 ** 53,
      1e300,
      5e-324,
      NaN,
      Infinity,
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      "2018-06-30",
      "30/06/2018",
      "31/02/2020",
      "1.234",
      "1.234.567,5",
      "#N/A",
      "=1+1",
      "\u00a0",
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<unknown[]>(
      "",
      null,
      undefined,
      true,
      false,
      {},
      { basicValue: 3, type: "Double" },
      { type: "Error" },
    ),
  },
  { weight: 1, arbitrary: fc.string({ maxLength: 12 }) },
  { weight: 1, arbitrary: fc.double() },
);
const range = fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 4 });
const args = fc.array(fc.oneof({ weight: 3, arbitrary: cell }, { weight: 1, arbitrary: range }), {
  maxLength: 8,
});

describe("whatever the cells hold", () => {
  for (const [name, { call }] of Object.entries(FUNCTIONS)) {
    it(`KC.${name} answers or refuses with a sentence`, () => {
      fc.assert(
        fc.property(args, (given) => {
          let refusal: { code?: unknown; message?: unknown } = { code: "#VALUE!", message: "đ" };
          try {
            // The invocation of a streaming function comes from Excel.
            const result = call(...(name === "TRANGTHAI" ? given.slice(0, 1) : given));
            expect(Number.isNaN(result)).toBe(false);
          } catch (error) {
            refusal = error as typeof refusal;
          }
          expect(refusal.message).toMatch(/[À-ỹđ]/);
          expect(["#VALUE!", "#N/A", "#NUM!"]).toContain(refusal.code);
        }),
        { numRuns: 400 },
      );
    });
  }
});
