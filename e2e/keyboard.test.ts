/** The wizard by keyboard alone: a workbook and two đề án without touching the mouse. */
import type { Browser, FrameLocator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { openBrowser, openPage, picture, type Opened } from "./lib/browser.ts";
import { openWorkbench, wordsOf } from "./lib/pane.ts";

/** Far more than any way here needs: a focus that never comes fails instead of hanging. */
const MOST_TABS = 30;

describe("by keyboard", () => {
  let browser: Browser;
  let opened: Opened;
  let page: Page;
  let pane: FrameLocator;

  /** Id, test id or value of what has the focus in the pane. */
  const focused = () =>
    pane.locator("body").evaluate(({ ownerDocument }) => {
      const at = ownerDocument.activeElement;
      const value = at instanceof HTMLInputElement && at.type === "radio" ? at.value : "";
      return at?.id || at?.getAttribute("data-testid") || value;
    });
  async function reached(name: string): Promise<void> {
    await expect.poll(focused, { timeout: 20_000 }).toBe(name);
  }
  const press = (key: string) => page.keyboard.press(key);
  const type = (text: string) => page.keyboard.type(text);
  async function tabTo(name: string): Promise<void> {
    for (let tabs = 0; tabs < MOST_TABS && (await focused()) !== name; tabs += 1) await press("Tab");
    expect(await focused()).toBe(name);
  }
  async function addDeAn(name: string): Promise<void> {
    await press("Enter");
    await reached("MO-HINH");
    await press("ArrowDown");
    await press("Enter");
    await reached("wizard-name");
    await type(name);
    await tabTo("wizard-place");
    await type("Đông Triều");
    await press("Enter");
    await reached("wizard-line-1-quantity");
    await type("1");
    await press("Tab");
    await type("610000000");
    await tabTo("wizard-requested");
    await type("200000000");
    await press("Enter");
    await reached("wizard-line-2-quantity");
    await type("1");
    await press("Tab");
    await type("10000000");
    await press("Enter");
    await reached("new-de-an");
  }

  beforeAll(async () => {
    browser = await openBrowser(inject("chromium"));
    opened = await openPage(browser, { width: 1366, height: 900 }, inject("origin"));
    ({ page } = opened);
    pane = await openWorkbench(page);
  }, 120_000);
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await picture(page, "failed-keyboard");
  });
  afterAll(async () => {
    await browser?.close();
  });

  it("Enter makes the workbook, and the focus is where the first đề án begins", async () => {
    await pane.locator("#book-province").focus();
    await type("Quảng Ninh");
    await press("Tab");
    await type("Trung tâm Khuyến công Quảng Ninh");
    await press("Enter");
    await reached("book-year");
    await type("2018");
    await press("Tab");
    await type("10/05/2018");
    await press("Enter");
    await reached("new-de-an");
    expect(await wordsOf(pane.getByTestId("draft-news"))).toContain("Đã tạo KC_ThongTin");
  });

  it("one đề án after the other; what is missing is gone to, and nothing of the last one is left over", async () => {
    await addDeAn("Máy ép gạch số 1");
    await addDeAn("Máy ép gạch số 2");
    expect(await wordsOf(pane.getByTestId("draft-news"))).toContain("Đã thêm DA02");
    expect(opened.errors).toEqual([]);
  });

  it("Escape keeps a đề án that was nearly dropped; dropping it goes back to where it was begun", async () => {
    await press("Enter");
    await reached("MO-HINH");
    await tabTo("wizard-discard");
    await press("Enter");
    await expect.poll(() => pane.getByRole("alertdialog").count()).toBe(1);
    await press("Escape");
    await reached("wizard-discard");
    await press("Enter");
    await tabTo("wizard-discard-yes");
    await press("Enter");
    await reached("new-de-an");
  });
});
