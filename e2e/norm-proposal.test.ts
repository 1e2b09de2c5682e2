/** Norms from below, walked whole: compared, estimated, proposed, confirmed by a second steward, seen and taken by a drafter. */
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { textOfDocx } from "./lib/docx.ts";
import { expectAccessible, guidePicture, openBrowser, openPage, picture } from "./lib/browser.ts";
import { makeBook, paneOf, wordsOf } from "./lib/pane.ts";

const CODE = "KC.05.0210";
const PATIENCE = { timeout: 30_000 };

let browser: Browser;
let shown: Page | null = null;

async function signedIn(id: string, width: number, height = 768): Promise<{ page: Page; errors: string[] }> {
  const { page, errors } = await openPage(browser, { width, height }, inject("origin"));
  shown = page;
  // The spreadsheet may be busy for long on a loaded machine.
  page.setDefaultTimeout(60_000);
  await page.goto("/");
  await page.getByTestId(`person-${id}`).click();
  await page.getByTestId("signed-in").waitFor();
  return { page, errors };
}

const fits = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);

async function bytesOf(page: Page, testId: string): Promise<Uint8Array> {
  const href = (await page.getByTestId(testId).first().getAttribute("href")) ?? "";
  const numbers = await page.evaluate(
    async (path) => [...new Uint8Array(await (await fetch(path)).arrayBuffer())],
    href,
  );
  return Uint8Array.from(numbers);
}

async function hashOf(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", Uint8Array.from(bytes));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
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
  if (task.result?.state === "fail" && shown !== null) await picture(shown, "failed-norm-proposal");
});

describe("norms from below", () => {
  it("any service, component, price and kind of support: drawn, province by province, down to the cell", async () => {
    const { page, errors } = await signedIn("tham-dinh-1", 1366);
    await page.goto("/console/#/so-sanh");
    for (const topic of ["service", "norm", "price", "support"]) {
      await page.getByTestId(`tab-${topic}`).click();
      await page.getByTestId("compare-facts").waitFor();
      expect(await page.getByTestId("spread").locator("circle").count(), topic).toBeGreaterThanOrEqual(6);
      expect(await page.getByTestId("compare-province").count(), topic).toBeGreaterThanOrEqual(6);
      await expectAccessible(page);
      await picture(page, `compare-${topic}`);
    }
    await page.getByTestId("tab-norm").click();
    await page.getByTestId("compare-search").fill("tin dung: giay a4");
    await page.getByTestId("compare-key").filter({ hasText: "Giấy A4" }).first().click();
    const far = page.locator(".badge.warning", { hasText: "gấp khoảng 1.000 lần trung vị" });
    await far.waitFor();
    await guidePicture(page, "so-sanh-hao-phi");
    await page.getByTestId("compare-province").filter({ has: far }).locator("a").click();
    await expect.poll(() => page.locator(".formula-line").first().textContent()).toMatch(/[A-Z]+\d+/);
    for (const width of [320, 400]) {
      await page.setViewportSize({ width, height: 700 });
      await page.goto("/console/#/so-sanh");
      await page.getByTestId("spread").waitFor();
      expect(await fits(page)).toBe(true);
      await picture(page, `compare-${width}`);
    }
    expect(errors).toEqual([]);
  });

  it("a steward proposes what was estimated, with its effect; another confirms what the annexes prove", async () => {
    const first = await signedIn("quan-tri", 1366);
    await first.page.goto("/console/#/so-sanh/de-xuat");
    await first.page.getByTestId("proposal-work").click();
    await first.page.getByTestId("proposal").waitFor(PATIENCE);
    const advice = first.page.getByTestId("proposal-service").filter({ hasText: CODE });
    expect(await advice.getByTestId("proposal-part").count()).toBe(6);
    expect(await advice.getByTestId("proposal-effect").count()).toBe(12);
    expect(await advice.getByTestId("proposal-outlier").innerText()).toMatch(
      /gấp khoảng 1\.000 lần trung vị/,
    );
    expect(await advice.getByTestId("proposal-effect").first().innerText()).toMatch(
      /-[\d.]+ đ \(-[\d,]+ %\)/,
    );
    await expectAccessible(first.page);
    await guidePicture(first.page, "de-xuat-dinh-muc");
    await first.page.getByTestId("proposal-reason").fill("Tổng hợp đề xuất của các tỉnh (thử)");
    await first.page.getByTestId("proposal-send").click();
    await first.page.getByTestId("proposal-sent").waitFor(PATIENCE);
    const hashes = await first.page.getByTestId("evidence").locator("code").allInnerTexts();
    const xlsx = await bytesOf(first.page, "evidence-xlsx");
    const docx = await bytesOf(first.page, "evidence-docx");
    expect(hashes).toEqual([`SHA-256 ${await hashOf(xlsx)}`, `SHA-256 ${await hashOf(docx)}`]);
    expect(textOfDocx(docx)).toContain(CODE);
    await first.page.setViewportSize({ width: 320, height: 700 });
    expect(await fits(first.page)).toBe(true);
    await expectAccessible(first.page);
    await picture(first.page, "proposal-320");

    const second = await signedIn("quan-tri-2", 1366);
    await second.page.goto("/console/#/du-lieu");
    const waiting = second.page.getByTestId("waiting").filter({ hasText: "KC-TU-CAC-TINH" });
    await waiting.getByTestId("evidence").waitFor();
    await waiting.getByTestId("changes").getByText(CODE).first().waitFor();
    await expectAccessible(second.page);
    await picture(second.page, "proposal-waiting");
    await waiting.getByTestId("confirm").click();
    await second.page.getByTestId("in-force").filter({ hasText: "KC-TU-CAC-TINH" }).waitFor();
    expect([...first.errors, ...second.errors]).toEqual([]);
  });

  it("a drafter sees old and new before anything changes, takes it, takes that back, and leaves it", async () => {
    const { page, errors } = await signedIn("soan-01", 1366, 900);
    await page.goto("/workbench/");
    const pane = paneOf(page);
    await makeBook(pane, {
      province: "Hà Nội",
      organisation: "Trung tâm Khuyến công Hà Nội",
      year: "2027",
      asOf: "15/01/2027",
    });
    const formula = `=KC.DONGIA("${CODE}",KC_ThongTin!$B$4,KC_ThongTin!$B$7)`;
    await cell(page, "KC_DuToan", "A5", "DA01");
    await cell(page, "KC_DuToan", "D5", "4");
    await cell(page, "KC_DuToan", "E5", formula);
    const price = () => cell(page, "KC_DuToan", "E5");
    await expect.poll(price, PATIENCE).toBeGreaterThan(1_000_000);
    const before = await price();
    // What an add-in wrote itself is no news to the pane: the check reads the workbook again.
    await pane.getByTestId("tab-check").click();
    await pane.getByTestId("run-check").click({ timeout: 60_000 });
    await pane.getByTestId("counts").waitFor({ timeout: 60_000 });
    await pane.getByTestId("tab-basis").click({ timeout: 60_000 });
    const offer = pane.getByTestId("norm-update");
    await offer.waitFor(PATIENCE);
    const change = offer.getByTestId("norm-change");
    await change.waitFor(PATIENCE);
    expect(await wordsOf(change)).toContain(`${Number(before).toLocaleString("vi-VN")} đ`);
    expect(await price()).toBe(before);
    await expectAccessible(page);
    await guidePicture(pane.locator("kc-norm-update"), "nhan-dinh-muc-du-thao");
    for (const width of [320, 400]) {
      await page.setViewportSize({ width, height: 800 });
      const frame = page.frame({ url: /\/workbench\/taskpane\.html/ });
      expect(await frame?.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(
        true,
      );
      await picture(page, `norm-update-${width}`);
    }
    await page.setViewportSize({ width: 1366, height: 900 });
    await offer.getByTestId("norm-take").click();
    await expect.poll(price, PATIENCE).not.toBe(before);
    expect(await cell(page, "KC_ThongTin", "B12")).toMatch(/; KC-TU-CAC-TINH#[0-9a-f]{16}$/);
    await pane.getByTestId("norm-in-use").waitFor(PATIENCE);
    await picture(page, "norm-update-taken");
    await pane.getByTestId("norm-update-news").locator("fluent-button").click();
    await expect
      .poll(() => wordsOf(pane.getByTestId("undo-news")), PATIENCE)
      .toContain("Đã hoàn tác việc cập nhật căn cứ");
    await expect.poll(price, PATIENCE).toBe(before);
    await offer.waitFor(PATIENCE);
    await offer.getByTestId("norm-leave").click();
    await offer.waitFor({ state: "detached", timeout: 30_000 });
    expect(await price()).toBe(before);
    expect(await cell(page, "KC_ThongTin", "B12")).not.toContain("#");
    expect(errors).toEqual([]);
  });
});
