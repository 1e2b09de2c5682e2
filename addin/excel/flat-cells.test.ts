import { expect, test } from "vitest";
import type { FlatCell } from "../../shared/kernel/flat.ts";
import { addBlock, externalLinksOf } from "./flat-cells.ts";

function cellsOf(values: unknown[][], formulas: unknown[][], formats: unknown[][]): Record<string, FlatCell> {
  const cells: Record<string, FlatCell> = {};
  addBlock(cells, { row: 5, column: 3, values, formulas, formats });
  return cells;
}

test("a block becomes cells at their addresses; empty cells stay away", () => {
  const cells = cellsOf(
    [
      ["DA01", 12.5],
      ["", 43281],
    ],
    [
      ["DA01", "=A1*2"],
      ["", 43281],
    ],
    [
      ["@", "#,##0.00"],
      ["General", "dd/mm/yyyy"],
    ],
  );
  expect(cells).toEqual({
    C5: { value: "DA01" },
    D5: { value: 12.5, formula: "=A1*2" },
    D6: { value: 43281, format: "dd/mm/yyyy" },
  });
});

test("a formula that gives nothing is kept, an error value too", () => {
  const cells = cellsOf([["", "#NAME?"]], [['=IF(A1,"","")', "=KC.CANCU(A1)"]], [["General", "General"]]);
  expect(cells["C5"]).toEqual({ value: "", formula: '=IF(A1,"","")' });
  expect(cells["D5"]).toEqual({ value: "#NAME?", formula: "=KC.CANCU(A1)" });
});

test("hidden decimals keep their format, plain figures do not", () => {
  const cells = cellsOf([[1.25, 1000]], [[1.25, 1000]], [["0.0", "#,##0"]]);
  expect(cells["C5"]).toEqual({ value: 1.25, format: "0.0" });
  expect(cells["D5"]).toEqual({ value: 1000 });
});

test("links to other files are named once; table references and texts are not links", () => {
  const links = externalLinksOf([
    { value: 1, formula: "=[Gia 2018.xlsx]Sheet1!A1+'[Gia 2018.xlsx]Tong'!B2" },
    { value: 2, formula: "=SUM(tblDeAn[Tổng kinh phí])" },
    { value: "x", formula: '="[a.xlsx]"' },
  ]);
  expect(links).toEqual(["Gia 2018.xlsx"]);
});
