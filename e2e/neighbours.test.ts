/** The unit states which places lie side by side; the suggestions of links use it, and one click takes it back. */
import type { Browser, FrameLocator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { columnLetter, DE_AN_SHEET } from "../shared/workbook/template.ts";
import { expectAccessible, openBrowser, openPage, picture, type Opened } from "./lib/browser.ts";
import { openExample, openWorkbench, wordsOf } from "./lib/pane.ts";
import { workbookNow } from "./lib/workbook.ts";

const PATIENCE = { timeout: 30_000 };
const NARROW = 320;

describe("neighbouring places", () => {
  let browser: Browser;
  let opened: Opened;
  let page: Page;
  let pane: FrameLocator;

  beforeAll(async () => {
    browser = await openBrowser(inject("chromium"));
    opened = await openPage(browser, { width: NARROW + 700, height: 900 }, inject("origin"));
    ({ page } = opened);
    await page.addInitScript(
      (width) => localStorage.setItem("kc.workbench.paneWidth", String(width)),
      NARROW,
    );
    pane = await openWorkbench(page);
    await openExample(page, "examples/quang-ninh-2018.xlsx");
    await pane.getByTestId("edit-DA01").waitFor({ timeout: 60_000 });
  }, 120_000);
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await picture(page, "failed-neighbours");
  });
  afterAll(async () => {
    await browser?.close();
  });

  it("are stated with two choices, written into KC_ThongTin, used with their reason, and taken back", async () => {
    // Two machines of one trade, each in a commune of its own.
    await page.evaluate(
      async ([trade, place]) => {
        const grid = await window.kcWorkbench?.whenGrid();
        const sheetId = grid?.sheets().find(({ name }) => name === "KC_DeAn")?.id ?? "";
        const put = (column: number, row: number, text: string) =>
          grid?.write({ sheetId, row, column, rowCount: 1, columnCount: 1 }, [[text]]);
        ["Xã Thủy An", "Xã Bình Dương"].forEach((name, index) => {
          put(trade ?? 0, 4 + index, "Nghề để thử");
          put(place ?? 0, 4 + index, name);
        });
      },
      (["trade", "place"] as const).map((id) => columnLetter(DE_AN_SHEET, id).charCodeAt(0) - 65),
    );
    await pane.getByTestId("tab-check").click();
    await pane.getByTestId("run-check").click();
    const links = pane.getByTestId("links");
    await links.getByText("Cùng ngành nghề: Nghề để thử").waitFor(PATIENCE);
    const before = await workbookNow(page);

    const part = pane.getByTestId("neighbours");
    await part.locator("summary").click();
    await part.locator("#neighbour-place").selectOption({ label: "Xã Thủy An" });
    await part.locator("#neighbour-other").selectOption({ label: "Xã Bình Dương" });
    await part.getByTestId("neighbour-add").click();
    await links
      .getByText("địa bàn giáp ranh theo khai báo của đơn vị: Nghề để thử, Xã Thủy An – Xã Bình Dương")
      .waitFor(PATIENCE);
    expect(await wordsOf(part.getByTestId("neighbour-pairs"))).toContain("Xã Thủy An giáp Xã Bình Dương");
    const stated = Object.entries((await workbookNow(page)).cells).filter(
      ([at, cell]) => before.cells[at] !== cell,
    );
    expect(stated.map(([, cell]) => cell)).toEqual(["Địa bàn giáp ranh", "Xã Thủy An: Xã Bình Dương"]);
    await part.scrollIntoViewIfNeeded();
    await expectAccessible(page);
    await picture(page, "neighbours");

    await part.getByTestId("neighbour-news").getByText("Hoàn tác").click();
    await expect
      .poll(() => wordsOf(pane.getByTestId("undo-news")), PATIENCE)
      .toContain("Đã hoàn tác việc khai báo địa bàn giáp ranh");
    expect(await workbookNow(page)).toEqual(before);
    await links.getByText("Cùng ngành nghề: Nghề để thử").waitFor(PATIENCE);
    expect(opened.errors).toEqual([]);
  }, 120_000);
});
