/** Publishing as two stewards: a proposal with its difference, confirmed by the other, in the book, and taken back. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { expectAccessible, openBrowser, openPage, picture } from "./lib/browser.ts";

let browser: Browser;

async function stewardPage(id: string, width: number): Promise<{ page: Page; errors: string[] }> {
  const { page, errors } = await openPage(browser, { width, height: 768 }, inject("origin"));
  await page.goto("/");
  await page.getByTestId(`person-${id}`).click();
  await page.getByTestId("signed-in").waitFor();
  await page.goto("/console/#/du-lieu");
  await page.getByTestId("book-version").waitFor();
  return { page, errors };
}

const versionOf = (page: Page) =>
  page.evaluate(async () => ((await (await fetch("/api/v1/book")).json()) as { version: string }).version);

beforeAll(async () => {
  browser = await openBrowser(inject("chromium"));
});
afterAll(() => browser?.close());

const PRICES = {
  id: "gia-thu-hai-nguoi",
  title: "Bảng giá thử",
  edition: "1",
  origin: "Số minh hoạ",
  verified: "memory",
  prices: [
    {
      type: "VL",
      resource: "Giấy thử",
      unit: "ram",
      province: null,
      from: "2027-01-01",
      priceDong: 80_000,
      source: "Minh hoạ",
    },
  ],
};

it("two stewards publish and take back a price list; the book follows", async () => {
  const first = await stewardPage("quan-tri", 1366);
  const before = await versionOf(first.page);
  await first.page.getByTestId("open-file").click();
  const form = first.page.getByTestId("file-form");
  const buffer = Buffer.from(JSON.stringify(PRICES));
  await form
    .locator("input[type=file]")
    .setInputFiles({ name: "gia.json", mimeType: "application/json", buffer });
  await form.getByTestId("propose-reason").fill("Thử công bố");
  await form.getByTestId("preview-file").click();
  await first.page.getByTestId("propose").click();
  await first.page.getByTestId("proposed").waitFor();
  const own = first.page.getByTestId("waiting").filter({ hasText: PRICES.id });
  await own.getByTestId("own-proposal").waitFor();
  expect(await own.getByTestId("confirm").count()).toBe(0);
  expect(await versionOf(first.page)).toBe(before);
  await expectAccessible(first.page);
  await picture(first.page, "steward-proposed");

  const second = await stewardPage("quan-tri-2", 400);
  const waiting = second.page.getByTestId("waiting").filter({ hasText: PRICES.id });
  await waiting.getByTestId("changes").getByText("80.000 đ").waitFor();
  await expectAccessible(second.page);
  await picture(second.page, "steward-waiting-narrow");
  await waiting.getByTestId("confirm").click();
  const standing = second.page.getByTestId("in-force").filter({ hasText: PRICES.id });
  await standing.waitFor();
  expect(await versionOf(second.page)).not.toBe(before);
  await second.page.emulateMedia({ colorScheme: "dark" });
  await picture(second.page, "steward-in-force-narrow-dark");
  await standing.getByTestId("take-back").click();

  await first.page.reload();
  const withdrawal = first.page.getByTestId("waiting").filter({ hasText: "Thu hồi" });
  await withdrawal.getByTestId("confirm").click();
  await first.page.getByTestId("past").filter({ hasText: PRICES.id }).first().waitFor();
  expect(await versionOf(first.page)).toBe(before);
  await picture(first.page, "steward-taken-back");
  expect([...first.errors, ...second.errors]).toEqual([]);
});
