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

const waitingFor = (page: Page, text: string) => page.getByTestId("waiting").filter({ hasText: text });

it("a rule goes on trial by two stewards; the rule book says so, and the demonstration has one of each", async () => {
  const first = await stewardPage("quan-tri", 1366);
  await first.page.getByTestId("in-force").filter({ hasText: "KC-DA-030" }).waitFor();
  await waitingFor(first.page, "KC-DA-030@2027-01-01").waitFor();
  await first.page.getByTestId("open-rule").click();
  const form = first.page.getByTestId("rule-form");
  const fill = async (rule: string, mode: string, from: string) => {
    await form.getByTestId("propose-rule").selectOption(rule);
    await form.getByTestId("propose-mode").selectOption(mode);
    await form.getByTestId("propose-from").fill(from);
    await form.getByTestId("propose-reason").fill("Thử nghiệm ở kiểm thử");
    await form.getByTestId("preview-rule").click();
  };
  await fill("KC-MH-001", "live", "2027-01-01");
  await first.page.locator("[data-outcome]").getByText("chưa đối chiếu nguyên văn").waitFor();
  await expectAccessible(first.page);
  await picture(first.page, "steward-rule-refused");
  await fill("KC-DA-020", "trial", "2027-01-01");
  await first.page.getByTestId("propose").click();
  await first.page.getByTestId("proposed").waitFor();
  await waitingFor(first.page, "KC-DA-020@2027-01-01").scrollIntoViewIfNeeded();
  await picture(first.page, "steward-rule-proposed");

  const second = await stewardPage("quan-tri-2", 320);
  const waiting = waitingFor(second.page, "KC-DA-020@2027-01-01");
  await waiting.getByTestId("changes").getByText("thử nghiệm (chỉ cảnh báo) từ 01/01/2027").waitFor();
  await expectAccessible(second.page);
  const wide = await second.page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide).toBeLessThanOrEqual(320);
  await waiting.scrollIntoViewIfNeeded();
  await picture(second.page, "steward-rule-320");
  await waiting.getByTestId("confirm").click();
  await second.page.getByTestId("in-force").filter({ hasText: "KC-DA-020@2027-01-01" }).waitFor();

  await first.page.goto("/huong-dan/quy-tac#kc-da-020");
  const state = first.page.locator("#kc-da-020 .state");
  await state.getByText("thử nghiệm (chỉ cảnh báo) từ 01/01/2027").waitFor();
  await expectAccessible(first.page);
  await picture(first.page, "rule-book-states");
  expect([...first.errors, ...second.errors]).toEqual([]);
});

it("a level of the vote and a document are proposed by form", async () => {
  const { page, errors } = await stewardPage("quan-tri", 1366);
  await page.getByTestId("open-level").click();
  const level = page.getByTestId("level-form");
  await level.getByTestId("propose-level").selectOption("Khu vực");
  await level.getByTestId("propose-from").fill("2014-10-21");
  await level.getByTestId("propose-to").fill("2098-12-31");
  await level.getByTestId("propose-doc").selectOption("tt-26-2014-bct");
  await level.getByTestId("propose-article").fill("3");
  await level.getByTestId("propose-clause").fill("1");
  await level.getByTestId("propose-verified").selectOption("memory");
  await level.getByTestId("propose-reason").fill("Số thử của kiểm thử");
  await level.getByTestId("preview-level").click();
  await page.getByTestId("changes").getByText("từ 21/10/2014 đến hết 31/12/2098").waitFor();
  await picture(page, "steward-level");
  await page.getByTestId("open-document").click();
  await page.getByTestId("propose-known").selectOption("nd-45-2012");
  const document = page.getByTestId("document-form");
  await expect.poll(() => document.getByTestId("propose-soHieu").inputValue()).toBe("45/2012/NĐ-CP");
  await document.getByTestId("propose-ended").fill("2098-12-31");
  await document.getByTestId("propose-reason").fill("Số thử của kiểm thử");
  await document.getByTestId("preview-document").click();
  await page.getByTestId("changes").getByText("hết hiệu lực sau 31/12/2098").waitFor();
  await expectAccessible(page);
  await picture(page, "steward-document");
  expect(errors).toEqual([]);
});

it("work that failed is shown to a steward with a way to send it again; the server has the last word", async () => {
  const { page, errors } = await stewardPage("quan-tri", 1366);
  await page.getByTestId("no-failed-jobs").waitFor();
  // Nothing fails here on demand, so the list comes from the test; sending again is asked of the real server.
  const at = "2026-11-30T01:02:03.000Z";
  const job = (id: string, kind: string, sentAgain: unknown) => ({
    id,
    kind,
    about: null,
    failedAt: at,
    sentAgain,
  });
  const items = [
    job("m1", "check-upload", null),
    job("m2", "unknown", null),
    job("m3", "recheck", { name: "Quản trị", at }),
  ];
  await page.route("**/api/v1/failed-jobs", (route) => route.fulfill({ json: { waiting: 2, items } }));
  await page.reload();
  await page.getByTestId("failed-job").nth(2).waitFor();
  expect(await page.getByTestId("failed-waiting").innerText()).toBe("2 việc chưa được gửi lại.");
  expect(await page.getByTestId("send-again").count()).toBe(1);
  await expectAccessible(page);
  for (const width of [1366, 320]) {
    await page.setViewportSize({ width, height: 768 });
    await page.getByTestId("failed-waiting").scrollIntoViewIfNeeded();
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
    ).toBe(true);
    await picture(page, `steward-failed-jobs-${width}`);
  }
  await page.getByTestId("send-again").click();
  await page.getByText("Không có việc này.").waitFor();
  expect(errors).toEqual([]);
});
