import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Wrote } from "../../excel/changes.ts";
import { writeCells } from "../../excel/write-cells.ts";
import { fakeGrid } from "../../workbench/office-host/fake-grid.ts";
import { createContext } from "../../workbench/office-host/workbook.ts";
import { lastAction, runAction, stopAction, takeBackAction, UNDONE_EVENT } from "./undo-here.ts";

let context: Excel.RequestContext;
let undone: number;

beforeEach(() => {
  context = createContext(fakeGrid()) as unknown as Excel.RequestContext;
  vi.stubGlobal("Excel", { run: (work: (c: Excel.RequestContext) => unknown) => work(context) });
  vi.stubGlobal("Office", {});
  const target = new EventTarget();
  vi.stubGlobal("window", target);
  undone = 0;
  target.addEventListener(UNDONE_EVENT, () => (undone += 1));
});
afterEach(async () => {
  while (lastAction() !== null && (await takeBackAction()) === null) continue;
  vi.unstubAllGlobals();
});

const put = (text: string, wrote: Wrote, address = "A1") =>
  writeCells([{ sheet: "Sheet1", address, entries: [[text]] }], wrote);
const write = (text: string) => runAction("fix", (wrote) => put(text, wrote));

async function shown(address = "A1"): Promise<unknown> {
  const range = context.workbook.worksheets.getItem("Sheet1").getRange(address);
  range.load("values");
  await context.sync();
  return range.values[0]?.[0];
}

test("an action stopped while it is written leaves nothing behind, and the next one is not touched by it", async () => {
  await write("trước");
  const second = vi.fn<() => void>();
  const stopped = runAction("freeze", async (wrote) => {
    stopAction();
    await put("đang ghi", wrote);
    second();
  });
  await expect(stopped).rejects.toMatchObject({ code: "stopped" });
  expect(second).not.toHaveBeenCalled();
  expect(await shown()).toBe("trước");
  await write("sau");
  expect(await shown()).toBe("sau");
});

test("an action that fails half way leaves nothing behind and says why it failed", async () => {
  const failed = runAction("freeze", async (wrote) => {
    await put("nửa đầu", wrote);
    throw new RangeError("nửa sau");
  });
  await expect(failed).rejects.toThrow("nửa sau");
  expect(await shown()).toBe("");
  expect(lastAction()).toBeNull();
});

test("actions are taken back one after the other, the last one first, each named", async () => {
  await write("một");
  await runAction("freeze", (wrote) => put("hai", wrote));
  expect(lastAction()).toBe("freeze");
  expect(await takeBackAction()).toBeNull();
  expect(await shown()).toBe("một");
  expect(lastAction()).toBe("fix");
  expect(await takeBackAction()).toBeNull();
  expect(await shown()).toBe("");
  expect([lastAction(), undone]).toEqual([null, 2]);
});

test("what writes nothing cannot be taken back; while one runs the next one waits", async () => {
  await runAction("export", () => Promise.resolve());
  expect(lastAction()).toBeNull();
  const order: string[] = [];
  const first = runAction("fix", async (wrote) => {
    expect(lastAction()).toBeNull();
    await put("một", wrote);
    order.push("một");
  });
  const next = runAction("fix", () => Promise.resolve(order.push("hai")));
  await Promise.all([first, next]);
  expect(order).toEqual(["một", "hai"]);
});

test("what a person typed over a stopped action stays, and the action can still be taken back by hand", async () => {
  const stopped = runAction("fix", async (wrote) => {
    await put("của ngăn", wrote);
    await put("của người", () => undefined);
    stopAction();
  });
  await expect(stopped).rejects.toMatchObject({ code: "half-done", subject: "Sheet1!A1" });
  expect(await shown()).toBe("của người");
  expect(await takeBackAction()).toBe("Sheet1!A1");
  await put("của ngăn", () => undefined);
  expect(await takeBackAction()).toBeNull();
  expect(await shown()).toBe("");
});
