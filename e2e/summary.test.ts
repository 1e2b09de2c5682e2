/** The provinces side by side, the consolidated plan, the year report, the log: on the page, on paper, in the file. */
import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { LogCheck } from "../shared/contract/event.ts";
import { mustOk } from "../shared/kernel/result.ts";
import { readXlsx } from "../shared/workbook/xlsx/index.ts";
import { unmetDemands } from "../shared/workbook/xlsx/excel/demands.ts";
import { expectAccessible, openBrowser, openPage, picture, type Opened } from "./lib/browser.ts";

async function signIn(page: Page, personId: string): Promise<void> {
  await page.goto("/");
  await page.getByTestId(`person-${personId}`).click();
  await page.waitForFunction(
    (wanted) => (localStorage.getItem("kc.session") ?? "").includes(wanted),
    `"id":"${personId}"`,
  );
}

async function fileOf(page: Page, testId: string): Promise<Uint8Array> {
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByTestId(testId).click()]);
  expect(file.suggestedFilename()).toMatch(/^[a-z-]+-\d{4}-[a-z0-9-]+\.xlsx$/);
  return new Uint8Array(await readFile(await file.path()));
}

/** "1.547.000.000" on the page → the number. */
const amount = (text: string) => Number(text.replace(/\D/g, ""));

async function narrow(page: Page, name: string): Promise<void> {
  for (const width of [320, 400]) {
    await page.setViewportSize({ width, height: 800 });
    const over = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(over, `${name} at ${width}`).toBeLessThanOrEqual(1);
    await expectAccessible(page);
    await picture(page, `${name}-${width}`);
  }
  await page.setViewportSize({ width: 1366, height: 768 });
}

describe("the year of all provinces", () => {
  let browser: Browser;
  let opened: Opened;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser(inject("chromium"));
    opened = await openPage(browser, { width: 1366, height: 768 }, inject("origin"));
    ({ page } = opened);
    await signIn(page, "tham-dinh-1");
  });
  afterAll(async () => {
    await browser?.close();
  });

  it("shows 34 provinces, who sent and where it stands, and gives the consolidated plan as a file that adds up", async () => {
    await page.goto("/console/");
    await page.getByTestId("go-summary").click();
    await page.getByTestId("province-row").first().waitFor();
    await page.getByTestId("year").selectOption("2025");
    await page.locator('[data-testid="province-row"][data-code="42"] [data-state="accepted_work"]').waitFor();
    expect(await page.getByTestId("province-row").count()).toBe(34);
    expect(await page.locator('[data-testid="province-row"][data-code="01"]').innerText()).toContain(
      "Chưa gửi",
    );
    expect(await page.getByTestId("province-map").locator("li:not([aria-hidden])").count()).toBe(34);
    await expectAccessible(page);
    await picture(page, "summary");
    const cells = await page.locator('[data-testid="plan-place"] tr.total td').allInnerTexts();
    const [, deAn, total, support] = cells.map(amount);
    const bytes = await fileOf(page, "plan-download");
    expect(unmetDemands(bytes)).toEqual([]);
    const { sheets } = mustOk(await readXlsx(bytes));
    for (const { name, cells: found } of sheets) {
      const values = Object.values(found).map(({ value }) => value);
      expect(values, name).toContain(support);
      if (name !== "DanhMuc" && name !== "HoSo") {
        expect(values, name).toContain(total);
        expect(values, name).toContain(deAn);
      }
    }
    expect((await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(10_000);
    await narrow(page, "summary");
    // A tile leads to the province's files of that year.
    await page.locator('[data-testid="map-cell"][aria-label^="Hà Tĩnh"]').click();
    await page.locator("tbody a.row-link", { hasText: "Hà Tĩnh" }).waitFor();
    expect(await page.locator("tbody tr").count()).toBe(1);
  });

  it("the year report sets plan beside done and comes as a file", async () => {
    await page.goto("/console/#/bao-cao-nam");
    await page.getByTestId("year-content").waitFor();
    await page.getByTestId("year").selectOption("2025");
    await expectAccessible(page);
    const bytes = await fileOf(page, "report-download");
    expect(unmetDemands(bytes)).toEqual([]);
    const { sheets } = mustOk(await readXlsx(bytes));
    expect(sheets.map(({ name }) => name)).toEqual(["NoiDung", "DiaBan", "Nguon", "DeAn"]);
    await narrow(page, "year-report");
  });

  it("in English names what the law names in Vietnamese", async () => {
    await page.evaluate(() => localStorage.setItem("kc.lang", "en"));
    await page.goto("/console/#/tong-hop");
    await page.reload();
    // The newest year of the demonstration has nothing accepted yet.
    await page.getByTestId("year").selectOption("2025");
    await page.getByTestId("plan-content").waitFor();
    const words = await page.locator("main").innerText();
    for (const english of [
      "Not sent",
      "Consolidated plan",
      "National extension fund",
      "Demonstration models",
    ])
      expect(words).toContain(english);
    for (const vietnamese of ["Chưa gửi", "Khuyến công quốc gia", "Mô hình trình diễn", "Cộng"])
      expect(words).not.toContain(vietnamese);
    await page.evaluate(() => localStorage.setItem("kc.lang", "vi"));
  });

  it("the log is checked from its first event, chain by chain, and given out to be checked elsewhere", async () => {
    await page.goto("/console/#/nhat-ky");
    await page.reload();
    await page.getByTestId("log-verdict").waitFor();
    expect(await page.getByTestId("log-verdict").innerText()).toContain("Toàn bộ chuỗi còn nguyên");
    expect(await page.getByTestId("chains").innerText()).toContain("Quảng Ninh");
    const questions = page.getByTestId("records").locator("tbody tr");
    expect(await questions.count()).toBeGreaterThan(10);
    expect(await questions.filter({ hasText: "Khớp" }).count()).toBe(await questions.count());
    await expectAccessible(page);
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByTestId("log-export").click()]);
    expect(file.suggestedFilename()).toBe("nhat-ky.ndjson");
    await narrow(page, "log");
    // Nobody tampers with the database of this run: the service's own answer, with one row counted as wrong.
    await page.route("**/api/v1/log/verify", async (asked) => {
      const answer = await asked.fetch();
      const body = (await answer.json()) as LogCheck;
      const records = body.records.map((each) => (each.name === "orders" ? { ...each, wrong: 1 } : each));
      await asked.fulfill({ response: answer, json: { ...body, ok: false, records } });
    });
    await page.getByTestId("log-again").click();
    await page.getByText("Chuỗi còn nguyên, nhưng dữ liệu không nói như nhật ký").waitFor();
    const wrong = questions.filter({ hasText: "1 dòng khác" });
    expect(await wrong.innerText()).toContain("Đơn đặt hàng đúng như sự kiện đã ghi");
    await expectAccessible(page);
    await picture(page, "log-records-wrong");
    expect(opened.errors).toEqual([]);
  });
});
