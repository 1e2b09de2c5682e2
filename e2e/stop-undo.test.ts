/** Whatever the pane writes can be stopped while it is written and taken back afterwards; both leave the workbook as it was. */
import type { Browser, FrameLocator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { parseAddress } from "../shared/kernel/address.ts";
import { infoAddress } from "../shared/workbook/template.ts";
import { expectAccessible, openBrowser, openPage, picture, type Opened } from "./lib/browser.ts";
import { makeBook, openExample, openWorkbench, wordsOf } from "./lib/pane.ts";
import { slowDown, workbookNow, type WorkbookNow } from "./lib/workbook.ts";

const PATIENCE = { timeout: 30_000 };
/** Long enough to press a button between two steps of an action. */
const SLOW_MS = 700;

describe("stopping and taking back", () => {
  let browser: Browser;
  let opened: Opened;
  let page: Page;
  let pane: FrameLocator;

  beforeAll(async () => {
    browser = await openBrowser(inject("chromium"));
    opened = await openPage(browser, { width: 1366, height: 900 }, inject("origin"));
    ({ page } = opened);
    pane = await openWorkbench(page);
  }, 120_000);
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await picture(page, "failed-stop-undo");
  });
  afterAll(async () => {
    await browser?.close();
  });

  /** Begins, waits until something stands in the workbook that was not there, stops, and waits for the workbook of before. */
  async function stoppedMidway(begin: () => Promise<void>): Promise<void> {
    const before = await workbookNow(page);
    await slowDown(page, SLOW_MS);
    await begin();
    await expect.poll(() => workbookNow(page), { ...PATIENCE, interval: 50 }).not.toEqual(before);
    await pane.getByTestId("stop").first().click();
    await pane.getByTestId("problem").getByText("Đã dừng").waitFor(PATIENCE);
    await slowDown(page, 0);
    expect(await workbookNow(page)).toEqual(before);
  }

  /** Begins, waits for the end, takes it back with the button in the header. */
  async function takenBack(what: string, begin: () => Promise<void>): Promise<WorkbookNow> {
    const before = await workbookNow(page);
    await begin();
    const undo = pane.getByTestId("undo-last");
    await undo.waitFor(PATIENCE);
    expect(await undo.getAttribute("aria-label")).toBe(`Hoàn tác: ${what}`);
    const written = await workbookNow(page);
    expect(written).not.toEqual(before);
    await undo.click();
    await expect
      .poll(() => wordsOf(pane.getByTestId("undo-news")), PATIENCE)
      .toContain(`Đã hoàn tác việc ${what}`);
    expect(await workbookNow(page)).toEqual(before);
    return written;
  }

  it("making the workbook", async () => {
    const info = {
      province: "Quảng Ninh",
      organisation: "Trung tâm Khuyến công Quảng Ninh",
      year: "2026",
      asOf: "15/07/2026",
    };
    await stoppedMidway(async () => {
      await pane.locator("#book-province").selectOption({ label: info.province });
      for (const name of ["organisation", "year", "asOf"] as const)
        await pane.locator(`#book-${name}`).fill(info[name]);
      await pane.getByTestId("make-book").click({ noWaitAfter: true, timeout: 60_000 });
    });
    await picture(page, "stopped-book");
    await takenBack("tạo sổ làm việc", () => makeBook(pane, info));
    // What was typed is still there for the next try.
    expect(await pane.locator("#book-organisation").inputValue()).toBe(info.organisation);
    await expectAccessible(page);
  }, 120_000);

  it("freezing and unfreezing", async () => {
    await openExample(page, "examples/quang-ninh-2018.xlsx");
    await pane.getByTestId("edit-DA01").waitFor({ timeout: 60_000 });
    await pane.getByTestId("freeze-panel").locator("summary").click();
    const freeze = () => pane.getByTestId("freeze").click();
    await stoppedMidway(freeze);
    await takenBack("đóng băng số liệu", freeze);
    await freeze();
    await pane.getByTestId("frozen").waitFor(PATIENCE);
    await picture(page, "frozen-undo");
    await pane.getByTestId("undo-last").waitFor();
    const frozen = await workbookNow(page);
    const thaw = () => pane.getByTestId("thaw").click();
    await stoppedMidway(thaw);
    await thaw();
    await pane.getByTestId("freeze").waitFor(PATIENCE);
    await pane.getByTestId("undo-last").click();
    await pane.getByTestId("frozen").waitFor(PATIENCE);
    expect(await workbookNow(page)).toEqual(frozen);
    await pane.getByTestId("undo-last").click();
    await pane.getByTestId("freeze").waitFor(PATIENCE);
  }, 120_000);

  it("writing the findings, and a norm book with the column of its prices", async () => {
    await pane.getByTestId("tab-check").click();
    await pane.getByTestId("run-check").click();
    await takenBack("ghi kết quả kiểm tra", () => pane.getByTestId("write-findings").click());
    await pane.getByTestId("tab-norms").click();
    await pane.getByTestId("norm-books").locator("summary").click();
    const choose = () => pane.locator("input[data-kind=norms]").setInputFiles("examples/du-cac-trang.xlsx");
    await stoppedMidway(choose);
    const written = await takenBack("nhập tập định mức, bảng giá", choose);
    const formulas = Object.values(written.cells).map(String);
    expect(formulas.filter((formula) => formula.startsWith("=KC.DONGIA(")).length).toBeGreaterThan(0);
  }, 120_000);

  it("upgrading an older workbook", async () => {
    // As the first template had it: no products, and its own version written down.
    const version = parseAddress(infoAddress("templateVersion")) ?? { row: 0, column: 0 };
    await page.evaluate(async ({ row, column }) => {
      const grid = await window.kcWorkbench?.whenGrid();
      const idOf = (name: string) => grid?.sheets().find((sheet) => sheet.name === name)?.id ?? "";
      grid?.deleteSheet(idOf("KC_SanPham"));
      const sheetId = idOf("KC_ThongTin");
      grid?.write({ sheetId, row: row - 1, column: column - 1, rowCount: 1, columnCount: 1 }, [["1.0.0"]]);
    }, version);
    await pane.getByTestId("tab-check").click();
    await pane.getByTestId("run-check").click();
    const upgrade = () => pane.getByTestId("upgrade-run").click();
    await pane.getByTestId("upgrade-run").waitFor(PATIENCE);
    await stoppedMidway(upgrade);
    const written = await takenBack("nâng mẫu sổ", upgrade);
    expect(written.sheets).toContain("KC_SanPham shown");
  }, 120_000);

  it("a sheet that the pane made and a person then wrote into is not taken away", async () => {
    await page.getByTestId("new-workbook").click();
    await page.getByRole("button", { name: "Đồng ý" }).click();
    // The pane starts again at the tab it was on.
    await pane.getByTestId("tab-draft").click({ timeout: 60_000 });
    await makeBook(pane, {
      province: "Quảng Ninh",
      organisation: "Trung tâm",
      year: "2026",
      asOf: "15/07/2026",
    });
    await page.evaluate(async () => {
      const grid = await window.kcWorkbench?.whenGrid();
      const sheet = grid?.sheets().find(({ name }) => name === "KC_DonGia");
      if (grid === undefined || sheet === undefined) throw new Error("no KC_DonGia");
      grid.write({ sheetId: sheet.id, row: 9, column: 1, rowCount: 1, columnCount: 1 }, [["của tôi"]]);
    });
    const before = await workbookNow(page);
    await pane.getByTestId("undo-last").click();
    await pane.getByText("KC_DonGia!B10 đã được sửa").waitFor(PATIENCE);
    expect(await workbookNow(page)).toEqual(before);
    await picture(page, "undo-blocked");
    expect(opened.errors).toEqual([]);
  }, 120_000);
});
