import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { writeCells } from "../../excel/write-cells.ts";
import { fakeGrid } from "../../workbench/office-host/fake-grid.ts";
import { createContext } from "../../workbench/office-host/workbook.ts";
import { beginAction, canTakeBack, keepAction, stopAction, takeBackAction } from "./undo-here.ts";

let context: Excel.RequestContext;

beforeEach(() => {
  context = createContext(fakeGrid()) as unknown as Excel.RequestContext;
  vi.stubGlobal("Excel", { run: (work: (c: Excel.RequestContext) => unknown) => work(context) });
  vi.stubGlobal("Office", {});
});
afterEach(() => vi.unstubAllGlobals());

const write = (text: string) => writeCells([{ sheet: "Sheet1", address: "A1", entries: [[text]] }]);

async function shown(): Promise<unknown> {
  const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1");
  range.load("values");
  await context.sync();
  return range.values[0]?.[0];
}

test("an action stopped while it is written leaves nothing behind, and the next one is not touched by it", async () => {
  beginAction();
  const first = await write("trước");
  await keepAction(first);
  beginAction();
  const changes = await write("đang ghi");
  stopAction();
  await expect(keepAction(changes)).rejects.toMatchObject({ code: "stopped" });
  expect(await shown()).toBe("trước");
  beginAction();
  await keepAction(await write("sau"));
  expect(await shown()).toBe("sau");
  expect(canTakeBack()).toBe(true);
  expect(await takeBackAction()).toBeNull();
  expect(await shown()).toBe("trước");
});

test("what a person typed over a stopped action stays", async () => {
  beginAction();
  const changes = await write("của ngăn");
  await write("của người");
  stopAction();
  await keepAction(changes);
  expect(await shown()).toBe("của người");
  expect(await takeBackAction()).toBe("Sheet1!A1");
});
