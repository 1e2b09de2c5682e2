/** Every page a person can open without drafting first: it answers, it is accessible, it throws nothing. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { expectAccessible, guidePicture, openBrowser, openPage, picture } from "./lib/browser.ts";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser(inject("chromium"));
});
afterAll(async () => {
  await browser?.close();
});

const PAGES = [
  "/",
  "/upload/",
  "/console/",
  "/api/docs",
  "/huong-dan/",
  "/huong-dan/bai-dau-tien",
  "/huong-dan/ham/",
  "/huong-dan/ham/muchotro",
  "/huong-dan/quy-tac",
  "/huong-dan/tham-so",
];

describe("pages", () => {
  for (const viewport of [
    { width: 1366, height: 768 },
    { width: 400, height: 800 },
  ]) {
    for (const path of PAGES) {
      it(`${path} at ${viewport.width} px`, async () => {
        const { page, errors, context } = await openPage(browser, viewport, inject("origin"));
        const response = await page.goto(path);
        expect(response?.status()).toBe(200);
        await page.waitForTimeout(500);
        expect(await page.title()).not.toBe("");
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow).toBeLessThanOrEqual(1);
        await expectAccessible(page);
        await picture(page, `page${path.replaceAll("/", "-")}${viewport.width}`);
        expect(errors).toEqual([]);
        await context.close();
      });
    }
  }

  it("checks an uploaded file and shows what it found", async () => {
    const { page, errors, context } = await openPage(browser, { width: 1366, height: 768 }, inject("origin"));
    await page.goto("/upload/");
    const [blank] = await Promise.all([page.waitForEvent("download"), page.getByTestId("template").click()]);
    await page.getByTestId("upload-file").setInputFiles(await blank.path());
    await page.getByText("chưa ghi").first().waitFor({ timeout: 60_000 });
    const file = new URL("../examples/quang-ninh-2018.xlsx", import.meta.url).pathname;
    await page.getByTestId("upload-file").setInputFiles(file);
    await page.getByTestId("upload-facts").waitFor({ timeout: 60_000 });
    await expectAccessible(page);
    await guidePicture(page, "tai-len");
    expect(errors).toEqual([]);
    await context.close();
  });

  it("answers an unknown address with a page that says so", async () => {
    const response = await fetch(new URL("/khong-co", inject("origin")));
    expect(response.status).toBe(404);
    expect(await response.text()).not.toMatch(/at .*\.ts:/);
  });
});
