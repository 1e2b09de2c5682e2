import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fakeGrid } from "../workbench/office-host/fake-grid.ts";
import { createContext } from "../workbench/office-host/workbook.ts";
import type { CellsChange, Change, SheetMade } from "./changes.ts";
import { firstForeign, firstTouched, takeBack } from "./take-back.ts";
import { writeCells, type CellsWrite } from "./write-cells.ts";

let context: Excel.RequestContext;

beforeEach(() => {
  context = createContext(fakeGrid()) as unknown as Excel.RequestContext;
  vi.stubGlobal("Excel", { run: (work: (c: Excel.RequestContext) => unknown) => work(context) });
  vi.stubGlobal("Office", {});
});
afterEach(() => vi.unstubAllGlobals());

async function valuesOf(address: string): Promise<unknown[][]> {
  const range = context.workbook.worksheets.getItem("Sheet1").getRange(address);
  range.load("values");
  await context.sync();
  return range.values;
}

async function written(writes: readonly CellsWrite[]): Promise<Change[]> {
  const changes: Change[] = [];
  await writeCells(writes, (more) => void changes.push(...more));
  return changes;
}

test("an action is taken back as a whole: what stood there stands there again", async () => {
  await written([{ sheet: "Sheet1", address: "A1:B1", entries: [["cũ", 7]] }]);
  const changes = await written([
    { sheet: "Sheet1", address: "A1:B1", entries: [["mới", 8]] },
    { sheet: "Sheet1", address: "A3", entries: [["thêm"]] },
  ]);
  expect(await valuesOf("A1:B3")).toEqual([
    ["mới", 8],
    ["", ""],
    ["thêm", ""],
  ]);
  expect(await takeBack(changes)).toBeNull();
  expect(await valuesOf("A1:B3")).toEqual([
    ["cũ", 7],
    ["", ""],
    ["", ""],
  ]);
});

test("what a person has typed since is not lost: nothing is put back, and the cell is named", async () => {
  const changes = await written([
    { sheet: "Sheet1", address: "A1:B1", entries: [["a", "b"]] },
    { sheet: "Sheet1", address: "A2", entries: [["c"]] },
  ]);
  await written([{ sheet: "Sheet1", address: "B1", entries: [["của người"]] }]);
  expect(await takeBack(changes)).toBe("Sheet1!B1");
  expect(await valuesOf("A1:B2")).toEqual([
    ["a", "của người"],
    ["c", ""],
  ]);
});

test("the first touched cell is found in its rectangle", () => {
  const change: CellsChange = {
    kind: "cells",
    sheet: "KC_DeAn",
    address: "C5:D6",
    before: [],
    after: [
      [1, 2],
      [3, 4],
    ],
  };
  const now = (last: number) => [
    [1, 2],
    [3, last],
  ];
  expect(firstTouched(change, now(4))).toBeNull();
  expect(firstTouched(change, now(5))).toBe("KC_DeAn!D6");
});

const MADE: SheetMade = {
  kind: "sheet-made",
  sheet: "KC_DinhMuc",
  after: { row: 0, column: 0, formulas: [["Tên"], [""], ["=A1"]] },
};
const LINE: CellsChange = {
  kind: "cells",
  sheet: "KC_DinhMuc",
  address: "A4:B4",
  before: [["", ""]],
  after: [["NC", 2]],
};

test("a made sheet is as the action left it: what it wrote there later counts, what stands empty does not", () => {
  const filled = {
    row: 0,
    column: 0,
    formulas: [
      ["Tên", ""],
      ["", ""],
      ["=A1", ""],
      ["NC", 2],
    ],
  };
  expect(firstForeign(MADE, [MADE], MADE.after)).toBeNull();
  expect(firstForeign(MADE, [MADE, LINE], filled)).toBeNull();
  expect(firstForeign(MADE, [MADE], filled)).toBe("KC_DinhMuc!A4");
  expect(firstForeign(MADE, [MADE, LINE], MADE.after)).toBe("KC_DinhMuc!A4");
  expect(firstForeign(MADE, [MADE], null)).toBe("KC_DinhMuc!A1");
});

test("a made sheet that is gone or renamed is in the way of taking back", async () => {
  expect(await takeBack([MADE])).toBe("KC_DinhMuc!A1");
});

test("a host without notes takes everything else back", async () => {
  const changes = await written([{ sheet: "Sheet1", address: "A1", entries: [["a"]] }]);
  const note = { sheet: "Sheet1", address: "A1", text: "KC" };
  expect(await takeBack([...changes, { kind: "notes", added: [note], removed: [] }])).toBeNull();
  expect(await valuesOf("A1")).toEqual([[""]]);
});
