import { expect, test } from "vitest";
import { cellEntry, entryMatrix, valueEntry } from "./entry.ts";

test.each(["=1+1", "+84", "-5", "@SUM(A1)", "22", "1.0.0", "30/06/2018", "TRUE", "12,5 %", "'x"])(
  "%s typed as text stays text",
  (text) => {
    expect(valueEntry(text)).toBe(`'${text}`);
  },
);

test.each(["Quảng Ninh", "DA01", "Máy ép song động, máy CNC", "QG", "3 máy ép"])(
  "%s needs no mark",
  (text) => {
    expect(valueEntry(text)).toBe(text);
  },
);

test("formulas go in as formulas, numbers as numbers, nothing as empty text", () => {
  expect(cellEntry({ value: 3, formula: "=A1" })).toBe("=A1");
  expect(cellEntry({ value: 3 })).toBe(3);
  expect(cellEntry(null)).toBe("");
});

test("a sheet becomes one rectangle from A1", () => {
  expect(entryMatrix({ A1: { value: "x" }, C2: { value: 5 } })).toEqual([
    ["x", "", ""],
    ["", "", 5],
  ]);
});
