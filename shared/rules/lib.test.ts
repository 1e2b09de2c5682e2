import { expect, test } from "vitest";
import type { Line } from "../plan/shapes.ts";
import { listed, usualPattern } from "./lib.ts";

const linesOf = (formulas: readonly (string | null)[]): Line[] =>
  formulas.map((formula, index) => {
    const row = index + 5;
    const cells: Line["cells"] = formula === null ? {} : { a: { value: 1, formula, address: `F${row}` } };
    return { sheet: "KC_DuToan", row, cells, addressOf: { a: `F${row}` }, extra: {} };
  });

function usualOf(formulas: readonly (string | null)[]): (string | null)[] {
  const lines = linesOf(formulas);
  const usual = usualPattern(lines, "a");
  return lines.map(usual);
}

test("the formula that more than half of the others have, for the line itself", () => {
  expect(usualOf(["=D5*E5", "=D6*E6", "=D7*E7", "=1"])).toEqual(["=D5*E5", "=D6*E6", "=D7*E7", "=D8*E8"]);
  expect(usualOf(["=D5*E5", "=D6*E6", null])).toEqual([null, null, "=D7*E7"]);
});

test("none where the others disagree, whichever half one looks from", () => {
  expect(usualOf(["=D5*E5", "=D6*E6", "=1", "=2"])).toEqual([null, null, "=D7*E7", "=D8*E8"]);
  expect(usualOf(["=D5*E5", "=D6*E6", "=1", "=1", "=2"])).toEqual([null, null, null, null, null]);
  // Two halves: each line sees more of the other half than of its own.
  expect(usualOf(["=D5", "=D6", "=E7", "=E8"])).toEqual(["=E5", "=E6", "=D7", "=D8"]);
});

test("a line that has the usual formula has it letter by letter, signs of patterns in its texts too", () => {
  const formulas = [5, 6, 7].map((row) => `=IF(D${row}="AB{3}",1,2)`);
  expect(usualOf(formulas)).toEqual(formulas);
});

test("the first five of many are named, the others counted as what they are", () => {
  const names = ["A1", "A2", "A3", "A4", "A5", "A6", "A7"];
  expect(listed(names.slice(0, 5))).toBe("A1, A2, A3, A4, A5");
  expect(listed(names.slice(0, 6))).toBe("A1, A2, A3, A4, A5 và 1 dòng khác");
  expect(listed(names, "ô")).toBe("A1, A2, A3, A4, A5 và 2 ô khác");
});
