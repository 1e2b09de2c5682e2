import { expect, test } from "vitest";
import type { FlatCell, FlatWorkbook } from "../../../shared/kernel/flat.ts";
import { DE_AN_SHEET, columnLetter } from "../../../shared/workbook/template.ts";
import { compareRevisions } from "./revision-diff.ts";

const HEADER = 4;
type Row = Readonly<Record<string, string | number>>;

function book(rows: readonly Row[], extra: Readonly<Record<string, FlatCell>> = {}): FlatWorkbook {
  const cells: Record<string, FlatCell> = {};
  for (const { id, header } of DE_AN_SHEET.columns)
    cells[`${columnLetter(DE_AN_SHEET, id)}${HEADER}`] = { value: header };
  rows.forEach((row, index) => {
    for (const [id, value] of Object.entries(row))
      cells[`${columnLetter(DE_AN_SHEET, id)}${HEADER + 1 + index}`] = { value };
  });
  return {
    sheets: [
      { name: DE_AN_SHEET.name, cells },
      { name: "Riêng", cells: extra },
    ],
  };
}

const A = {
  code: "DA01",
  name: "Máy ép gốm",
  kind: "MAY-MOC",
  fund: "ĐP",
  support: 200_000_000,
  place: "Hạ Long",
};
const B = {
  code: "DA02",
  name: "Máy sấy chè",
  kind: "MAY-MOC",
  fund: "QG",
  support: 100_000_000,
  place: "Ba Chẽ",
};
const C = {
  code: "DA03",
  name: "Hội chợ",
  kind: "HOI-CHO",
  fund: "ĐP",
  support: 50_000_000,
  place: "Uông Bí",
};

test("lines that moved are no change", () => {
  expect(compareRevisions(book([A, B, C]), book([C, A, B]))).toEqual([]);
});

test("a figure that changed in a line that moved: sheet, cell, before, after, đồng", () => {
  const [change, ...rest] = compareRevisions(book([A, B]), book([B, { ...A, support: 150_000_000 }]));
  expect(rest).toEqual([]);
  expect(change).toEqual({
    kind: "changed",
    sheet: "KC_DeAn",
    cell: `${columnLetter(DE_AN_SHEET, "support")}6`,
    line: "DA01 · Máy ép gốm",
    column: DE_AN_SHEET.columns.find(({ id }) => id === "support")?.header,
    before: "200.000.000",
    after: "150.000.000",
    differenceDong: -50_000_000,
    formulaOnly: false,
  });
});

test("lines added and taken out carry what stood in them and their money", () => {
  const changes = compareRevisions(book([A, B]), book([A, C]));
  expect(changes.map(({ kind, line, differenceDong }) => [kind, line, differenceDong])).toEqual([
    ["added", "DA03 · Hội chợ", 50_000_000],
    ["removed", "DA02 · Máy sấy chè", -100_000_000],
  ]);
  expect(changes[1]?.before).toContain("Máy sấy chè");
});

test("a line whose code changed is the same line with another code", () => {
  const changes = compareRevisions(book([A, B]), book([{ ...A, code: "DA09" }, B]));
  expect(changes.map(({ kind, before, after }) => [kind, before, after])).toEqual([
    ["changed", "DA01", "DA09"],
  ]);
});

test("two lines of one code are told apart by their turn", () => {
  const twin = { ...A, name: "Máy ép thứ hai", support: 1_000_000 };
  const changes = compareRevisions(book([A, twin]), book([A, { ...twin, support: 2_000_000 }]));
  expect(changes.map(({ differenceDong }) => differenceDong)).toEqual([1_000_000]);
});

test("a unit's own sheet goes by address, and a formula alone is a change too", () => {
  const before = book([A], { A1: { value: 3, formula: "=1+2" }, B1: { value: "x" } });
  const after = book([A], { A1: { value: 3, formula: "=3" }, B1: { value: "y" } });
  expect(compareRevisions(before, after).map((c) => [c.cell, c.before, c.after, c.formulaOnly])).toEqual([
    ["A1", "3", "3", true],
    ["B1", "x", "y", false],
  ]);
});
