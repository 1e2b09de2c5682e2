/** The production page under the real office.js, served from its package in place of its own address. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { openBrowser, openPage } from "./lib/browser.ts";

const OFFICE = dirname(createRequire(import.meta.url).resolve("@microsoft/office-js/dist/office.js"));
const HOSTED = "https://appsforoffice.microsoft.com/lib/1/hosted/";

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser(inject("chromium"));
});
afterAll(async () => {
  await browser?.close();
});

it("loads functions.js under the real office.js: every function of functions.json is associated and computes", async () => {
  const { page, errors } = await openPage(browser, { width: 400, height: 768 }, inject("origin"));
  await page.route(`${HOSTED}**`, async (route) => {
    const path = new URL(route.request().url()).pathname.slice("/lib/1/hosted/".length);
    const body = await readFile(join(OFFICE, path)).catch(() => null);
    await (body === null
      ? route.fulfill({ status: 404 })
      : route.fulfill({ body, contentType: "text/javascript" }));
  });
  await page.goto("/taskpane.html");
  const declared = (await (await page.request.get("/functions.json")).json()) as {
    functions: { id: string }[];
  };
  const mappings = () =>
    page.evaluate(() => {
      const host = (globalThis as unknown as { CustomFunctions?: { _association?: { mappings: object } } })
        .CustomFunctions;
      return Object.keys(host?._association?.mappings ?? {}).sort();
    });
  await expect.poll(mappings, { timeout: 30_000 }).toEqual(declared.functions.map(({ id }) => id).sort());
  const words = await page.evaluate(() => {
    const { mappings: all } = (
      globalThis as unknown as {
        CustomFunctions: { _association: { mappings: Record<string, (n: number) => string> } };
      }
    ).CustomFunctions._association;
    return all["BANGCHU"]?.(1001);
  });
  expect(words).toBe("Một nghìn không trăm linh một đồng");
  const findings = () =>
    page.evaluate(async () => {
      const { mappings: all } = (
        globalThis as unknown as {
          CustomFunctions: {
            _association: { mappings: Record<string, (rows: unknown[][]) => Promise<string[][]>> };
          };
        }
      ).CustomFunctions._association;
      const table = [
        [
          "Mã đề án",
          "Nội dung chi",
          "Đơn vị tính",
          "Số lượng",
          "Đơn giá",
          "Thành tiền",
          "Kinh phí khuyến công",
        ],
        ["DA01", "Máy", "máy", 1, 0, 0, 0],
      ];
      try {
        return ((await all["KIEMTRA"]?.(table)) ?? []).map((row) => row[1]);
      } catch (error) {
        return (error as Error).message;
      }
    });
  const RULES = "**/functions-check.js*";
  await page.route(RULES, (route) => route.abort());
  expect(await findings()).toContain("kết nối mạng rồi tính lại");
  await page.unroute(RULES);
  expect(await findings()).toEqual(["Quy tắc", "KC-DT-005"]);
  await page.getByTestId("no-host").waitFor({ timeout: 30_000 });
  expect(errors.filter((error) => !error.includes("ERR_FAILED"))).toEqual([]);
});
