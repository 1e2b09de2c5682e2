/** The workbench with its real spreadsheet: what the pane's Office.js calls do there, what people keep after closing. */
import type { Browser, Frame, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { readXlsx } from "../shared/workbook/xlsx/index.ts";
import { mustOk } from "../shared/kernel/result.ts";
import { readFile } from "node:fs/promises";
import { expectAccessible, openBrowser, openPage, picture, type Opened } from "./lib/browser.ts";
import { openExample } from "./lib/pane.ts";

const ROWS = 200;

async function whenReady(page: Page): Promise<Frame> {
  await page.locator(".loading[hidden]").waitFor({ state: "attached" });
  await page.waitForFunction(async () => {
    const grid = await window.kcWorkbench?.whenGrid();
    await grid?.whenCalculated();
    return true;
  });
  const frame = page.frame({ url: /\/workbench\/taskpane\.html/ });
  if (frame === null) throw new Error("no task pane in the workbench");
  await frame.waitForFunction(() => typeof Excel === "object");
  return frame;
}

describe("the workbench", () => {
  let browser: Browser;
  let opened: Opened;
  let pane: Frame;

  beforeAll(async () => {
    browser = await openBrowser(inject("chromium"));
    opened = await openPage(browser, { width: 1366, height: 768 }, inject("origin"));
    await opened.page.goto("/workbench/");
    pane = await whenReady(opened.page);
  });
  afterAll(async () => {
    await browser?.close();
  });

  it("shows the spreadsheet beside the same task pane as in Excel", async () => {
    await opened.page.locator("canvas#univer-sheet-main-canvas_workbook").waitFor();
    expect(await pane.evaluate(() => Office.onReady().then(({ host }) => String(host)))).toBe("Excel");
    expect(await pane.locator("script[src^='https://appsforoffice']").count()).toBe(0);
    await expectAccessible(opened.page);
  });

  it("writes a sheet with formulas and custom functions and reads the results in one batch", async () => {
    const read = await pane.evaluate(
      (rows) =>
        Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.add("Dự toán");
          sheet.getRange("A1:D1").values = [["Khối lượng", "Đơn giá", "Thành tiền", "Bằng chữ"]];
          sheet.getRange("A1:D1").format.font.bold = true;
          sheet.getRange("A1:D1").format.fill.color = "#DBEFF6";
          sheet.getRange(`A2:D${rows + 1}`).formulas = Array.from({ length: rows }, (_, index) => {
            const row = index + 2;
            return [index + 1, 1500, `=KC.THANHTIEN(A${row},B${row})`, `=KC.BANGCHU(C${row})`];
          });
          sheet.getRange("C1:C1").numberFormat = [["#,##0"]];
          sheet.getRange("F1").formulas = [[`=SUM(C2:C${rows + 1})`]];
          sheet.freezePanes.freezeRows(1);
          sheet.activate();
          const total = sheet.getRange("F1");
          const last = sheet.getRange(`A${rows + 1}:D${rows + 1}`);
          const used = sheet.getUsedRange(true);
          const fill = sheet.getRange("A1").format.fill;
          total.load("values");
          last.load(["values", "formulas"]);
          used.load("address");
          fill.load("color");
          await context.sync();
          return {
            total: total.values[0]?.[0] as unknown,
            values: last.values[0] as unknown[],
            formula: last.formulas[0]?.[2] as unknown,
            used: used.address,
            fill: fill.color,
          };
        }),
      ROWS,
    );
    expect(read).toEqual({
      total: (1500 * ROWS * (ROWS + 1)) / 2,
      values: [ROWS, 1500, 300_000, "Ba trăm nghìn đồng"],
      formula: `=KC.THANHTIEN(A${ROWS + 1},B${ROWS + 1})`,
      used: `'Dự toán'!A1:F${ROWS + 1}`,
      fill: "#DBEFF6",
    });
    await picture(opened.page, "workbench-sheet");
  });

  it("shows the error of a custom function, and its sentence below the sheet", async () => {
    const shown = await pane.evaluate(() =>
      Excel.run(async (context) => {
        const cell = context.workbook.worksheets.getItem("Dự toán").getRange("F3");
        cell.formulas = [['=KC.MUCHOTRO("KHONG-CO",1000000)']];
        cell.load("values");
        cell.select();
        await context.sync();
        return cell.values[0]?.[0] as unknown;
      }),
    );
    expect(shown).toBe("#VALUE!");
    await expect.poll(() => opened.page.locator("footer.status").textContent()).toContain("KHONG-CO");
  });

  it("tells the pane where the person clicks", async () => {
    await pane.evaluate(() =>
      Excel.run(async (context) => {
        context.workbook.onSelectionChanged.add(() => {
          document.documentElement.dataset["moves"] = "1";
          return Promise.resolve();
        });
        await context.sync();
      }),
    );
    const canvas = opened.page.locator("canvas#univer-sheet-main-canvas_workbook");
    await canvas.click({ position: { x: 90, y: 60 } });
    await expect.poll(() => pane.evaluate(() => document.documentElement.dataset["moves"])).toBe("1");
    const at = await pane.evaluate(() =>
      Excel.run(async (context) => {
        const selected = context.workbook.getSelectedRange();
        selected.load("address");
        await context.sync();
        return selected.address;
      }),
    );
    expect(at).toMatch(/^'Dự toán'!A\d$/);
  });

  it("reads and shows figures the Vietnamese way", async () => {
    const { page } = opened;
    await pane.evaluate(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.getItem("Sheet1");
        sheet.activate();
        sheet.getRange("A1").select();
        await context.sync();
      }),
    );
    await page.locator("canvas#univer-sheet-main-canvas_workbook").click({ position: { x: 90, y: 30 } });
    for (const typed of ["12,5", "1.234.567,5", "0,125"]) {
      await page.keyboard.type(typed);
      await page.keyboard.press("Enter");
    }
    const column = () =>
      pane.evaluate(() =>
        Excel.run(async (context) => {
          const range = context.workbook.worksheets.getItem("Sheet1").getRange("A1:A3");
          range.load(["values", "text"]);
          await context.sync();
          return { values: range.values.flat() as unknown[], text: range.text.flat() };
        }),
      );
    await expect
      .poll(column)
      .toMatchObject({ values: [12.5, 1_234_567.5, 0.125], text: { 1: "1.234.567,50" } });
    // Opened for editing and left again, a figure is what it was.
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("F2");
    await page.keyboard.press("Enter");
    expect((await column()).values).toEqual([12.5, 1_234_567.5, 0.125]);
  });

  it("reads a typed date as day, month, year, and the same again after editing", async () => {
    const { page } = opened;
    const dates = () =>
      pane.evaluate(() =>
        Excel.run(async (context) => {
          const range = context.workbook.worksheets.getItem("Sheet1").getRange("A4:A5");
          range.load(["values", "text"]);
          await context.sync();
          return { values: range.values.flat() as unknown[], text: range.text.flat() };
        }),
      );
    for (const typed of ["11/05/2018", "31/12/2018"]) {
      await page.keyboard.type(typed);
      await page.keyboard.press("Enter");
    }
    const read = { values: [43_231, 43_465], text: ["11/05/2018", "31/12/2018"] };
    await expect.poll(dates).toEqual(read);
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("ArrowUp");
    await page.keyboard.press("F2");
    await page.keyboard.press("Enter");
    expect(await dates()).toEqual(read);
  });

  it("reads pasted figures and dates the same way, and leaves a cell of text as it is", async () => {
    const { page, context } = opened;
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await pane.evaluate(() =>
      Excel.run(async (run) => {
        const sheet = run.workbook.worksheets.getItem("Sheet1");
        sheet.getRange("A9").numberFormat = [["@"]];
        sheet.getRange("A6").select();
        await run.sync();
      }),
    );
    await page.evaluate(() => navigator.clipboard.writeText("11/05/2018\n31/12/2018\n12,5\n11/05/2018"));
    await page.keyboard.press("Control+V");
    const pasted = () =>
      pane.evaluate(() =>
        Excel.run(async (run) => {
          const range = run.workbook.worksheets.getItem("Sheet1").getRange("A6:A9");
          range.load("values");
          await run.sync();
          return range.values.flat() as unknown[];
        }),
      );
    await expect.poll(pasted).toEqual([43_231, 43_465, 12.5, "11/05/2018"]);
    // One line alone goes another way through the library.
    await pane.evaluate(() =>
      Excel.run(async (run) => {
        run.workbook.worksheets.getItem("Sheet1").getRange("A6").select();
        await run.sync();
      }),
    );
    await page.evaluate(() => navigator.clipboard.writeText("10/05/2018"));
    await page.keyboard.press("Control+V");
    await expect.poll(pasted).toEqual([43_230, 43_465, 12.5, "11/05/2018"]);
    await page.keyboard.press("Control+Z");
    await expect.poll(pasted).toEqual([43_231, 43_465, 12.5, "11/05/2018"]);
  });

  it("undoes and redoes a batch as one step", async () => {
    const sheets = () =>
      opened.page.evaluate(async () =>
        (await window.kcWorkbench?.whenGrid())?.sheets().map(({ name }) => name),
      );
    await pane.evaluate(() =>
      Excel.run(async (context) => {
        const sheet = context.workbook.worksheets.add("Thử");
        sheet.getRange("A1:B2").values = [
          [1, 2],
          [3, 4],
        ];
        sheet.getRange("A:A").format.columnWidth = 120;
        await context.sync();
      }),
    );
    await opened.page
      .locator("canvas#univer-sheet-main-canvas_workbook")
      .click({ position: { x: 90, y: 90 } });
    await opened.page.keyboard.press("Control+z");
    await expect.poll(sheets).toEqual(["Sheet1", "Dự toán"]);
    await opened.page.keyboard.press("Control+y");
    await expect.poll(sheets).toEqual(["Sheet1", "Dự toán", "Thử"]);
  });

  it("refuses by name what it does not offer", async () => {
    const said = await pane.evaluate(() =>
      Excel.run(async (context) => void context.workbook.worksheets.getItem("Sheet1").charts).then(
        () => "",
        (error: Error) => error.message,
      ),
    );
    expect(said).toBe("Excel.Worksheet.charts chưa có trong bàn làm việc (not available in the workbench).");
  });

  it("gives the workbook as an .xlsx file", async () => {
    const download = opened.page.waitForEvent("download");
    await opened.page.getByTestId("download-file").click();
    const file = mustOk(await readXlsx(await readFile(await (await download).path())));
    const sheet = file.sheets.find(({ name }) => name === "Dự toán");
    expect(sheet?.cells["C2"]).toMatchObject({ value: 1500, formula: "=KC.THANHTIEN(A2,B2)" });
  });

  it("keeps the workbook over closing, opens at the sheet last looked at and computes it again", async () => {
    const { page } = opened;
    const active = () =>
      pane.evaluate(() =>
        Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getActiveWorksheet();
          sheet.load("name");
          await context.sync();
          return sheet.name;
        }),
      );
    await pane.evaluate(() =>
      Excel.run(async (context) => {
        context.workbook.worksheets.getItem("Dự toán").activate();
        await context.sync();
      }),
    );
    await expect.poll(() => page.locator(".saved").textContent()).toBe("Đã lưu trên máy này");
    await page.reload();
    pane = await whenReady(page);
    expect(await active()).toBe("Dự toán");
    const kept = await pane.evaluate(() =>
      Excel.run(async (context) => {
        const cell = context.workbook.worksheets.getItem("Dự toán").getRange("A2:C2");
        cell.values = [[10, 7, null]] as unknown[][];
        cell.load("values");
        await context.sync();
        return cell.values[0] as unknown[];
      }),
    );
    expect(kept).toEqual([10, 7, 70]);
    expect(opened.errors).toEqual([]);
  });

  it("starts a new workbook only after asking", async () => {
    const { page } = opened;
    const count = () => page.evaluate(async () => (await window.kcWorkbench?.whenGrid())?.sheets().length);
    await page.getByTestId("new-workbook").click();
    await page.getByRole("button", { name: "Thôi" }).click();
    expect(await count()).toBe(3);
    await page.getByTestId("new-workbook").click();
    await page.getByRole("button", { name: "Đồng ý" }).click();
    await expect.poll(count, { timeout: 15_000 }).toBe(1);
  });

  it("opens an .xlsx file with its looks and computes it", async () => {
    const { page } = opened;
    await openExample(page, "examples/quang-ninh-2018.xlsx");
    pane = await whenReady(page);
    const read = () =>
      pane.evaluate(() =>
        Excel.run(async (context) => {
          const cells = context.workbook.worksheets.getItem("KC_DeAn").getRange("M5:N5");
          cells.load("values");
          await context.sync();
          return cells.values[0] as unknown[];
        }),
      );
    await expect.poll(read, { timeout: 15_000 }).toEqual([1_000_000_000, 300_000_000]);
    await page.setViewportSize({ width: 1024, height: 700 });
    await picture(page, "workbench-opened-1024");
  });

  it("computes a long formula of a file, read before its function is there", async () => {
    const { page } = opened;
    await openExample(page, "examples/du-cac-trang.xlsx");
    pane = await whenReady(page);
    const read = () =>
      pane.evaluate(() =>
        Excel.run(async (context) => {
          const cells = context.workbook.worksheets.getItem("KC_DuToan").getRange("E5:F5");
          cells.load("values");
          await context.sync();
          return cells.values[0] as unknown[];
        }),
      );
    await expect.poll(read, { timeout: 15_000 }).toEqual([756_800, 7_568_000]);
  });
});
