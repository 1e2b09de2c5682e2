import { expect, test } from "vitest";
import { MAX_COLUMNS, MAX_ROWS, formatLocal, parseLocal, quoteSheet, splitSheet } from "./a1.ts";

const area = (row: number, column: number, rowCount: number, columnCount: number) => ({
  sheetId: "s",
  row,
  column,
  rowCount,
  columnCount,
});

test.each([
  ["A1", area(0, 0, 1, 1)],
  ["$B$7", area(6, 1, 1, 1)],
  ["b2:C9", area(1, 1, 8, 2)],
  ["C9:B2", area(1, 1, 8, 2)],
  ["D:F", area(0, 3, MAX_ROWS, 3)],
  ["4:5", area(3, 0, 2, MAX_COLUMNS)],
  ["XFD1048576", area(MAX_ROWS - 1, MAX_COLUMNS - 1, 1, 1)],
])("%s", (text, expected) => {
  expect(parseLocal(text, "s")).toEqual(expected);
  expect(parseLocal(formatLocal(expected), "s")).toEqual(expected);
});

test.each(["", "A", "7", "A0", "A1:B", "A1:B2:C3", "XFE1", "A1048577", "Ô1"])("%s is refused", (text) => {
  expect(() => parseLocal(text, "s")).toThrow(expect.objectContaining({ code: "InvalidArgument" }));
});

test("sheet names with spaces, apostrophes or the look of a cell are quoted", () => {
  for (const name of ["Sổ cũ", "Bob's", "A1", "2018"]) {
    expect(splitSheet(`${quoteSheet(name)}!B2`)).toEqual({ sheet: name, local: "B2" });
    expect(quoteSheet(name).startsWith("'")).toBe(true);
  }
  expect(quoteSheet("KC_ĐềÁn")).toBe("KC_ĐềÁn");
});
