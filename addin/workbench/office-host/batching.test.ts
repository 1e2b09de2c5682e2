import { beforeEach, describe, expect, test } from "vitest";
import { fakeGrid, type FakeGrid } from "./fake-grid.ts";
import { createContext } from "./workbook.ts";

let grid: FakeGrid;
let context: Excel.RequestContext;

beforeEach(() => {
  grid = fakeGrid();
  context = createContext(grid) as unknown as Excel.RequestContext;
});

const sheetOne = () => context.workbook.worksheets.getItem("Sheet1");

describe("loading", () => {
  test("a property that was not loaded cannot be read", async () => {
    const range = sheetOne().getRange("A1");
    await context.sync();
    expect(() => range.values).toThrow(expect.objectContaining({ code: "PropertyNotLoaded" }));
  });

  test("a loaded property cannot be read before the sync", async () => {
    const range = sheetOne().getRange("A1:B1");
    range.load("address");
    expect(() => range.address).toThrow(expect.objectContaining({ code: "PropertyNotLoaded" }));
    await context.sync();
    expect(range.address).toBe("Sheet1!A1:B1");
    expect(() => range.values).toThrow(expect.objectContaining({ code: "PropertyNotLoaded" }));
  });

  test("names, lists, objects and paths through objects load", async () => {
    const range = sheetOne().getRange("C3:D9");
    range.load("rowIndex, columnIndex");
    range.load(["rowCount"]);
    range.load({ columnCount: true, worksheet: { name: true } });
    await context.sync();
    expect([range.rowIndex, range.columnIndex, range.rowCount, range.columnCount]).toEqual([2, 2, 7, 2]);
    expect(range.worksheet.name).toBe("Sheet1");
  });

  test("sheets of the collection carry what was asked for them and nothing else", async () => {
    const { worksheets } = context.workbook;
    worksheets.load("items/name,items/visibility");
    expect(() => worksheets.items).toThrow("not available");
    await context.sync();
    expect(worksheets.items.map((sheet) => [sheet.name, sheet.visibility])).toEqual([["Sheet1", "Visible"]]);
    expect(() => worksheets.items[0]?.position).toThrow("not available");
  });

  test("a property that does not exist is refused at the sync", async () => {
    sheetOne().getRange("A1").load("hyperlink");
    await expect(context.sync()).rejects.toMatchObject({ code: "InvalidArgument" });
  });
});

describe("the queue", () => {
  test("nothing is written before the sync", async () => {
    sheetOne().getRange("A1:B1").values = [[1, "x"]];
    expect(grid.calls).not.toContain("write");
    await context.sync();
    expect(grid.read({ sheetId: "s1", row: 0, column: 0, rowCount: 1, columnCount: 2 }).values).toEqual([
      [1, "x"],
    ]);
  });

  test("a value just set can be read back, and a load in the same batch sees the write before it", async () => {
    const range = sheetOne().getRange("A1");
    range.values = [[5]];
    expect(range.values).toEqual([[5]]);
    const again = sheetOne().getRange("A1");
    again.load("values");
    range.values = [[6]];
    await context.sync();
    expect(again.values).toEqual([[5]]);
  });

  test("what came before a failing action stays, what comes after is dropped", async () => {
    sheetOne().getRange("A1").values = [[1]];
    context.workbook.worksheets.getItem("Không có");
    sheetOne().getRange("A2").values = [[2]];
    await expect(context.sync()).rejects.toMatchObject({ code: "ItemNotFound" });
    await context.sync();
    expect(grid.usedArea("s1", true)).toMatchObject({ rowCount: 1 });
  });

  test("all changes of one sync stand in one group", async () => {
    sheetOne().getRange("A1").values = [[1]];
    sheetOne().getRange("A2").values = [[2]];
    await context.sync();
    expect(grid.calls.filter((call) => call === "batch")).toHaveLength(1);
  });

  test("an array of another size than the range is refused", async () => {
    sheetOne().getRange("A1:B2").values = [[1, 2]];
    await expect(context.sync()).rejects.toMatchObject({ code: "InvalidArgument" });
  });
});

describe("objects that may be missing", () => {
  test("are known only after the sync; what hangs on them is missing too", async () => {
    const sheet = context.workbook.worksheets.getItemOrNullObject("KC_DeAn");
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load("rowCount");
    expect(() => sheet.isNullObject).toThrow(expect.objectContaining({ code: "PropertyNotLoaded" }));
    await context.sync();
    expect([sheet.isNullObject, used.isNullObject]).toEqual([true, true]);
    expect(used.rowCount).toBeUndefined();
  });

  test("cannot be changed", async () => {
    const sheet = context.workbook.worksheets.getItemOrNullObject("KC_DeAn");
    sheet.activate();
    await expect(context.sync()).rejects.toMatchObject({ code: "ItemNotFound" });
  });

  test("an empty sheet has no used range", async () => {
    const used = sheetOne().getUsedRangeOrNullObject(true);
    await context.sync();
    expect(used.isNullObject).toBe(true);
  });
});

describe("sheets and names", () => {
  test("a name that is taken, too long or has forbidden characters is refused", async () => {
    for (const name of ["sheet1", "x".repeat(32), "a/b", "'a"]) {
      context.workbook.worksheets.add(name);
      await expect(context.sync()).rejects.toMatchObject({ code: expect.stringMatching(/Already|Invalid/) });
    }
  });

  test("the last visible sheet cannot be hidden", async () => {
    sheetOne().visibility = "Hidden";
    await expect(context.sync()).rejects.toMatchObject({ code: "InvalidArgument" });
  });

  test("a name for a range is absolute and quotes the sheet when it must", async () => {
    const sheet = context.workbook.worksheets.add("Sổ cũ");
    context.workbook.names.add("KC_Ngay", sheet.getRange("B7:C9"));
    await context.sync();
    expect(grid.names()).toEqual([{ name: "KC_Ngay", reference: "'Sổ cũ'!$B$7:$C$9" }]);
    const range = context.workbook.names.getItem("kc_ngay").getRange();
    range.load("address");
    await context.sync();
    expect(range.address).toBe("'Sổ cũ'!B7:C9");
  });
});

test("what the workbench does not offer is named in Vietnamese and English", () => {
  expect(() => sheetOne().charts).toThrow(
    "Excel.Worksheet.charts chưa có trong bàn làm việc (not available in the workbench).",
  );
  expect(() => {
    sheetOne().getRange("A1").hyperlink = {};
  }).toThrow(expect.objectContaining({ code: "ApiNotFound" }));
});

test("readings in a row wait for calculation once, and again after a change", async () => {
  const sheet = sheetOne();
  const read = (address: string) => sheet.getRange(address).load("values");
  read("A1");
  read("B1");
  sheet.getRange("A1").values = [[1]];
  read("A1");
  read("B1");
  await context.sync();
  expect(grid.calls.filter((call) => call === "whenCalculated")).toHaveLength(2);
});
