/** A price published after a workbook was made: the workbook goes on as it was, shows what would change, takes it or not. */
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, inject, it } from "vitest";
import { expectAccessible, guidePicture, openBrowser, openPage, picture } from "./lib/browser.ts";
import { addDeAn, dragPaneTo, makeBook, paneOf, wordsOf } from "./lib/pane.ts";

const CODE = "KC.05.0210";
const PATIENCE = { timeout: 60_000 };
const PRICES = {
  id: "gia-thu-can-cu",
  title: "Bảng giá thử căn cứ",
  edition: "1",
  origin: "Số minh hoạ",
  verified: "memory",
  prices: [
    {
      type: "VL",
      resource: "Giấy A4",
      unit: "ram",
      province: null,
      from: "2027-01-01",
      priceDong: 900_000,
      source: "Giả định để minh hoạ",
    },
  ],
};

let browser: Browser;
let shown: Page | null = null;

async function signedIn(id: string): Promise<{ page: Page; errors: string[] }> {
  const { page, errors } = await openPage(browser, { width: 1366, height: 900 }, inject("origin"));
  shown = page;
  page.setDefaultTimeout(60_000);
  await page.goto("/");
  await page.getByTestId(`person-${id}`).click();
  await page.getByTestId("signed-in").waitFor();
  return { page, errors };
}

async function steward(id: string): Promise<Page> {
  const { page } = await signedIn(id);
  await page.goto("/console/#/du-lieu");
  await page.getByTestId("book-version").waitFor();
  return page;
}

async function publish(): Promise<void> {
  const first = await steward("quan-tri");
  await first.getByTestId("open-file").click();
  const form = first.getByTestId("file-form");
  const buffer = Buffer.from(JSON.stringify(PRICES));
  await form
    .locator("input[type=file]")
    .setInputFiles({ name: "gia.json", mimeType: "application/json", buffer });
  await form.getByTestId("propose-reason").fill("Thử cập nhật căn cứ");
  await form.getByTestId("preview-file").click();
  await first.getByTestId("propose").click();
  await first.getByTestId("proposed").waitFor();
  const second = await steward("quan-tri-2");
  await second.getByTestId("waiting").filter({ hasText: PRICES.id }).getByTestId("confirm").click();
  await second.getByTestId("in-force").filter({ hasText: PRICES.id }).waitFor();
  await Promise.all([first.close(), second.close()]);
}

async function withdraw(): Promise<void> {
  const first = await steward("quan-tri");
  await first.getByTestId("in-force").filter({ hasText: PRICES.id }).getByTestId("take-back").click();
  const second = await steward("quan-tri-2");
  await second.getByTestId("waiting").filter({ hasText: "Thu hồi" }).getByTestId("confirm").click();
  await second.getByTestId("past").filter({ hasText: PRICES.id }).first().waitFor();
  await Promise.all([first.close(), second.close()]);
}

/** A cell of the drafter's workbook as an add-in reads and writes it. */
async function cell(page: Page, sheet: string, address: string, formula?: string): Promise<unknown> {
  const frame = page.frame({ url: /\/workbench\/taskpane\.html/ });
  if (frame === null) throw new Error("no task pane");
  return frame.evaluate(
    ([name, at, typed]) =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem(name ?? "").getRange(at ?? "");
        if (typed !== null && typed !== undefined) range.formulas = [[typed]];
        range.load("values");
        await context.sync();
        return range.values[0]?.[0] as unknown;
      }),
    [sheet, address, formula ?? null] as const,
  );
}

beforeAll(async () => {
  browser = await openBrowser(inject("chromium"));
});
afterAll(() => browser?.close());
afterEach(async ({ task }) => {
  if (task.result?.state === "fail" && shown !== null) await picture(shown, "failed-basis-update");
});

it("a workbook computes with the book it pins until its drafter has seen what changes and takes the new one", async () => {
  const { page, errors } = await signedIn("soan-01");
  await page.goto("/workbench/");
  const pane = paneOf(page);
  await makeBook(pane, {
    province: "Hà Nội",
    organisation: "Trung tâm Khuyến công Hà Nội",
    year: "2027",
    asOf: "15/01/2027",
  });
  const pinned = await cell(page, "KC_ThongTin", "B12");
  expect(pinned).toMatch(/^[0-9a-f]{12}; BO@[0-9a-f]{12}$/);
  await addDeAn(pane, {
    kind: "MAY-MOC",
    name: "Tư vấn cho cơ sở công nghiệp nông thôn",
    fund: "ĐP",
    count: "4",
    item: "Tư vấn tại cơ sở",
    unit: "cơ sở",
    quantity: "4",
    unitPrice: "2000000",
    support: "4000000",
  });
  await cell(page, "KC_DuToan", "E5", `=KC.DONGIA("${CODE}",KC_ThongTin!$B$4,KC_ThongTin!$B$7)`);
  const price = () => cell(page, "KC_DuToan", "E5");
  await expect.poll(price, PATIENCE).toBeGreaterThan(1_000_000);
  const before = Number(await price());
  await pane.getByTestId("tab-basis").click();
  const card = pane.getByTestId("basis-update");
  await card.getByTestId("basis-latest").waitFor();

  await publish();
  shown = page;
  await card.getByTestId("basis-look").click();
  await card.getByTestId("basis-take").waitFor();
  expect(await price()).toBe(before);
  expect(await wordsOf(card.getByTestId("basis-prices"))).toMatch(/Giấy A4[\s\S]*→ 900\.000 đ\/ram/);
  expect(await wordsOf(card.getByTestId("basis-money"))).toMatch(/Cả kế hoạch[\s\S]*→[\s\S]*\+[\d.]+ đ/);
  await page.setViewportSize({ width: 1366, height: 1200 });
  await guidePicture(card, "cap-nhat-can-cu");
  await page.setViewportSize({ width: 1366, height: 900 });
  await card.getByTestId("basis-cells").locator("summary").click();
  expect(await wordsOf(card.getByTestId("basis-cells"))).toContain("KC_DuToan!E5");
  await expectAccessible(page);
  const frame = page.frame({ url: /\/workbench\/taskpane\.html/ });
  await page.setViewportSize({ width: 1366, height: 1600 });
  for (const width of [320, 400, 600]) {
    await dragPaneTo(page, width);
    const fits = () => document.documentElement.scrollWidth <= window.innerWidth;
    expect(await frame?.evaluate(fits), String(width)).toBe(true);
    await picture(page, `basis-update-${width}`);
  }
  await page.setViewportSize({ width: 1366, height: 900 });

  // Checked with the pin, and told so where it is judged.
  await pane.getByTestId("tab-check").click();
  await pane.getByTestId("run-check").click();
  await pane.locator("kc-check-view").getByTestId("basis-pinned").waitFor();
  expect(await price()).toBe(before);
  await picture(page, "basis-update-check");

  // Opened again, it still computes with what it pins.
  await page.waitForTimeout(1500);
  await page.reload();
  await pane.getByTestId("tab-basis").click();
  await card.getByTestId("basis-keep").click();
  await card.getByText("Sổ giữ căn cứ cũ").waitFor();
  expect(await price()).toBe(before);
  expect(await cell(page, "KC_ThongTin", "B12")).toBe(pinned);
  await card.locator("fluent-button").click();
  await card.getByTestId("basis-take").click();
  await expect.poll(price, PATIENCE).toBeGreaterThan(before);
  await card.getByTestId("basis-latest").waitFor();
  expect(await cell(page, "KC_ThongTin", "B12")).not.toBe(pinned);
  await picture(page, "basis-update-taken");

  await pane.getByTestId("basis-news").locator("fluent-button").click();
  await expect.poll(price, PATIENCE).toBe(before);
  expect(await cell(page, "KC_ThongTin", "B12")).toBe(pinned);
  await card.getByTestId("basis-take").waitFor();
  expect(errors).toEqual([]);
  await page.close();
  await withdraw();
});
