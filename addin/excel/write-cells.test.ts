import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { fakeGrid } from "../workbench/office-host/fake-grid.ts";
import { createContext } from "../workbench/office-host/workbook.ts";
import { firstTouched, takeBack, writeCells } from "./write-cells.ts";

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

test("an action is taken back as a whole: what stood there stands there again", async () => {
  await writeCells([{ sheet: "Sheet1", address: "A1:B1", entries: [["cũ", 7]] }]);
  const changes = await writeCells([
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
  const changes = await writeCells([
    { sheet: "Sheet1", address: "A1:B1", entries: [["a", "b"]] },
    { sheet: "Sheet1", address: "A2", entries: [["c"]] },
  ]);
  await writeCells([{ sheet: "Sheet1", address: "B1", entries: [["của người"]] }]);
  expect(await takeBack(changes)).toBe("Sheet1!B1");
  expect(await valuesOf("A1:B2")).toEqual([
    ["a", "của người"],
    ["c", ""],
  ]);
});

test("the first touched cell is found in its rectangle", () => {
  const change = {
    sheet: "KC_DeAn",
    address: "C5:D6",
    before: [],
    after: [
      [1, 2],
      [3, 4],
    ],
  };
  expect(
    firstTouched(change, [
      [1, 2],
      [3, 4],
    ]),
  ).toBeNull();
  expect(
    firstTouched(change, [
      [1, 2],
      [3, 5],
    ]),
  ).toBe("KC_DeAn!D6");
});
