/** An allocation meeting on a projector: opened on real submissions, turned by slider and keyboard, logged, recomputed. */
import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { allocate } from "../shared/allocation/allocate.ts";
import { allocationInputSchema } from "../shared/allocation/types.ts";
import { mustOk } from "../shared/kernel/result.ts";
import { expectAccessible, openBrowser, openPage, picture } from "./lib/browser.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser(inject("chromium"));
});
afterAll(async () => {
  await browser?.close();
});

/** The local fund: the workbooks name money for both, and the meeting keeps them apart. */
async function budgetTo(page: Page, million: string): Promise<void> {
  const field = page.getByTestId("budget-ĐP-number");
  await field.fill(million);
  await field.press("Enter");
}

/** The newest line of the log, once it is there. */
async function logged(page: Page, text: string): Promise<void> {
  await page.getByTestId("log").locator("li", { hasText: text }).first().waitFor({ state: "attached" });
}

describe("an allocation meeting", () => {
  it("chooses, explains, logs and exports what a terminal computes again", async () => {
    const { page, errors, context } = await openPage(browser, { width: 1366, height: 768 }, inject("origin"));
    const scripts = new Map<string, string>();
    const solver = page.waitForResponse((response) => response.url().endsWith(".wasm"));
    page.on("response", (response) => {
      const { pathname } = new URL(response.url());
      if (pathname.endsWith(".js"))
        scripts.set(pathname, response.headers()["content-security-policy"] ?? "");
    });
    await page.goto("/");
    await page.getByTestId("person-duyet-22").click();
    await page.getByTestId("signed-in").waitFor();
    await page.goto("/console/#/hop");
    await page.getByTestId("open-meeting").click();
    await page.getByTestId("budget-line").waitFor();
    await page.getByTestId("more-line").waitFor();
    expect((await solver).status()).toBe(200);
    const compiling = [...scripts].filter(([, policy]) => policy.includes("wasm-unsafe-eval"));
    expect(scripts.size).toBeGreaterThan(1);
    expect(compiling.map(([path]) => path)).toEqual([
      expect.stringMatching(/^\/assets\/allocation-worker-[\w-]+\.js$/) as string,
    ]);
    await expectAccessible(page);
    await picture(page, "meeting-1366");

    await budgetTo(page, "1000");
    await logged(page, "Ngân sách Khuyến công địa phương: 1.000.000.000");
    expect(await page.getByTestId("budget-QG-number").count()).toBe(1);
    expect(await page.getByTestId("proof").textContent()).toMatch(/^cận trên [\d,]+, hở 0 %$/);
    await page.getByTestId("more-number").fill("300");
    await page.getByTestId("more-number").press("Enter");
    await page.getByTestId("more-line").getByText("Nếu thêm 300 triệu thì").waitFor();
    const points = await page.getByTestId("total-points").textContent();
    await page.getByTestId("weight-doiUng").focus();
    await page.keyboard.press("ArrowRight");
    await logged(page, "Trọng số");
    await page.getByTestId("reason-doiUng").fill("Nghị quyết của hội đồng");
    await page.getByTestId("reason-doiUng").press("Enter");
    await logged(page, "Lý do trọng số “Vốn đối ứng trên tổng kinh phí”: Nghị quyết của hội đồng");
    expect(await page.getByTestId("total-points").textContent()).not.toBe(points);

    const out = page.locator(".project.out").first();
    const name = await out.locator(".project-name").textContent();
    await out.locator("summary").focus();
    await page.keyboard.press("Enter");
    await out.locator("input[name=by]").fill("Chủ tịch hội đồng");
    await out.locator("input[name=reason]").fill("Cam kết năm trước");
    await out.locator("button[value=in]").click();
    await logged(page, "Chủ tịch hội đồng quyết định chọn");
    await page.locator(".project.in", { hasText: name ?? "" }).waitFor();

    await page.getByTestId("limits").locator("summary").click();
    // Above what any one project asks for: whichever stood first outside, the decision and the ceiling can both hold.
    await page.getByTestId("limits").locator("input").nth(1).fill("900");
    await page.getByTestId("limits").locator("input").nth(1).press("Enter");
    await logged(page, "Mức trần");

    await page.getByTestId("log").locator("summary").click();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByTestId("export-meeting").click(),
    ]);
    const file = allocationInputSchema.parse(JSON.parse(await readFile(await download.path(), "utf8")));
    const again = mustOk(allocate(file, { reasons: "plain" }));
    const shown = await page.getByTestId("total-points").textContent();
    expect(shown).toBe(String(again.value).replace(".", ","));
    expect(again.proven).toBe(true);
    expect(file.criteria?.[0]).toMatchObject({ id: "doiUng", reason: "Nghị quyết của hội đồng" });
    const [entry] = await Promise.all([
      page.waitForEvent("download"),
      page.getByTestId("log").locator("li button").last().click(),
    ]);
    expect(entry.suggestedFilename()).toBe("phan-bo-1.json");

    await page.setViewportSize({ width: 1920, height: 1080 });
    await page.evaluate(() => window.scrollTo(0, 0));
    await expectAccessible(page);
    await picture(page, "meeting-1920");
    expect(errors).toEqual([]);
    await context.close();
  });
});
