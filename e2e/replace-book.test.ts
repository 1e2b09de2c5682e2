/** Opening a file or beginning anew asks only where something would be lost. */
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { expectAccessible, openBrowser, openPage, picture, type Opened } from "./lib/browser.ts";
import { openWorkbench, paneOf } from "./lib/pane.ts";

const EXAMPLE = "examples/quang-ninh-2018.xlsx";

describe("another workbook in place of the open one", () => {
  let browser: Browser;
  let opened: Opened;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser(inject("chromium"));
    opened = await openPage(browser, { width: 1366, height: 768 }, inject("origin"));
    ({ page } = opened);
    await openWorkbench(page);
  }, 120_000);
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await picture(page, "failed-replace-book");
  });
  afterAll(async () => {
    await browser?.close();
  });

  const question = () => page.getByRole("dialog");

  async function choose(): Promise<void> {
    const chooser = page.waitForEvent("filechooser");
    await page.getByTestId("open-file").click();
    await (await chooser).setFiles(EXAMPLE);
  }

  /** How many questions stand open once the pane starts again. */
  async function askedBy(begin: () => Promise<void>): Promise<number> {
    const again = page.waitForEvent("framenavigated");
    await begin();
    await again;
    return question().count();
  }

  async function type(text: string): Promise<void> {
    await page.evaluate(async (typed) => {
      const grid = await window.kcWorkbench?.whenGrid();
      const sheetId = grid?.activeSheetId() ?? "";
      grid?.write({ sheetId, row: 40, column: 5, rowCount: 1, columnCount: 1 }, [[typed]]);
    }, text);
  }

  it("an empty workbook, a file as it was opened and one just downloaded go without a question", async () => {
    expect(await askedBy(choose)).toBe(0);
    await paneOf(page).getByTestId("edit-DA01").waitFor({ timeout: 60_000 });
    expect(await askedBy(choose)).toBe(0);
    await paneOf(page).getByTestId("edit-DA01").waitFor({ timeout: 60_000 });
    await type("của tôi");
    const download = page.waitForEvent("download");
    await page.getByTestId("download-file").click();
    await download;
    expect(await askedBy(() => page.getByTestId("new-workbook").click())).toBe(0);
    await paneOf(page).getByTestId("make-book").waitFor({ timeout: 60_000 });
  }, 120_000);

  it("one cell that stands in no file is asked about, and kept by “Thôi”", async () => {
    await type("của tôi");
    await choose();
    await question().getByText("Thay sổ đang mở?").waitFor();
    await expectAccessible(page);
    await page.getByRole("button", { name: "Thôi" }).click();
    await page.getByTestId("new-workbook").click();
    await question().getByText("Bắt đầu sổ mới?").waitFor();
    await page.getByRole("button", { name: "Thôi" }).click();
    const kept = await page.evaluate(async () => {
      const grid = await window.kcWorkbench?.whenGrid();
      const sheetId = grid?.activeSheetId() ?? "";
      return grid?.read({ sheetId, row: 40, column: 5, rowCount: 1, columnCount: 1 }).values[0]?.[0];
    });
    expect(kept).toBe("của tôi");
    // What the browser kept over a reload may stand in no file either.
    await page.reload();
    await paneOf(page).getByTestId("make-book").waitFor({ timeout: 60_000 });
    await page.getByTestId("new-workbook").click();
    await question().getByText("Bắt đầu sổ mới?").waitFor();
    expect(await askedBy(() => page.getByRole("button", { name: "Đồng ý" }).click())).toBe(0);
    await paneOf(page).getByTestId("make-book").waitFor({ timeout: 60_000 });
    expect(await askedBy(() => page.getByTestId("new-workbook").click())).toBe(0);
    expect(opened.errors).toEqual([]);
  }, 120_000);
});
