/** The Ministry at work on many files: found without diacritics, a view saved, one step for all, changes read, four eyes. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { call, callJson, tokenOf } from "../scripts/torture/http.ts";
import { orders } from "../scripts/torture/workbooks.ts";
import type { Receipt, SubmissionEnvelope } from "../shared/contract/submission.ts";
import { expectAccessible, openBrowser, openPage, picture } from "./lib/browser.ts";

let browser: Browser;
let port = 0;
const ids: string[] = [];
const made = orders(3, 53);

async function act(id: string, person: string, action: string, version: number): Promise<void> {
  const lineComments = action === "return" ? [{ sheet: "KC_DeAn", cell: "B5", text: "Ghi rõ tên máy" }] : [];
  await callJson(port, `/api/v1/submissions/${id}/actions`, {
    method: "POST",
    token: await tokenOf(port, person),
    headers: { "if-match": `"v${version}"` },
    body: JSON.stringify({ action, comment: "Lý do thử", lineComments }),
  });
}

/** A corrected version with another name of its first đề án. */
function renamed(body: string, previousId: string): string {
  const { workbook } = JSON.parse(body) as SubmissionEnvelope;
  const sheets = workbook.sheets.map((sheet) =>
    sheet.name === "KC_DeAn"
      ? { ...sheet, cells: { ...sheet.cells, B5: { ...sheet.cells["B5"], value: "Máy ép gốm Đông Triều" } } }
      : sheet,
  );
  return JSON.stringify({ workbook: { ...workbook, sheets }, previousId });
}

async function send(personId: string, key: string, body: string): Promise<Receipt> {
  const options = { token: await tokenOf(port, personId), headers: { "idempotency-key": key }, body };
  const answer = await call(port, "/api/v1/submissions", { method: "POST", ...options });
  if (answer.status !== 201) throw new Error(answer.text);
  return JSON.parse(answer.text) as Receipt;
}

async function signInAs(page: Page, personId: string): Promise<void> {
  await page.goto("/");
  await page.getByTestId(`person-${personId}`).click();
  await page.getByTestId("signed-in").waitFor();
}

beforeAll(async () => {
  port = Number(new URL(inject("origin")).port);
  browser = await openBrowser(inject("chromium"));
  for (const [index, { personId, provinceCode, key, body }] of made.entries()) {
    const { id } = await send(personId, key, body);
    ids.push(id);
    await act(id, `duyet-${provinceCode}`, "forward", 1);
    if (index > 0) continue;
    await act(id, "tham-dinh-1", "receive", 2);
    await act(id, "tham-dinh-1", "return", 3);
    await send(personId, `${key}-2`, renamed(body, id));
    await act(id, `duyet-${provinceCode}`, "forward", 5);
  }
});
afterAll(async () => {
  await browser?.close();
});

async function pictures(page: Page, name: string): Promise<void> {
  for (const [width, height] of [
    [1366, 768],
    [400, 800],
  ] as const) {
    await page.setViewportSize({ width, height });
    for (const scheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme: scheme });
      await picture(page, `${name}-${width}-${scheme}`);
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 1366, height: 768 });
}

it("finds, saves the view, marks by keyboard, takes many into review and leaves accepting to somebody else", async () => {
  const { page, errors, context } = await openPage(browser, { width: 1366, height: 768 }, inject("origin"));
  await signInAs(page, "tham-dinh-1");
  await page.goto("/console/");
  await page.getByTestId(`queue-row-${ids[0]}`).waitFor();
  await page.keyboard.press("/");
  await page.keyboard.type("dong trieu may ep");
  await expect.poll(() => page.locator("tbody tr").count()).toBe(1);
  await page.getByTestId("filter-search").fill("ho so thu");
  await page.getByTestId("filter-state").selectOption("province_approved");
  await expect.poll(() => page.locator("tbody tr").count()).toBe(2);
  await page.getByTestId("view-new").click();
  await page.getByTestId("view-name").fill("Chờ tiếp nhận");
  await page.getByTestId("view-save").click();
  await page.getByTestId("saved-view").waitFor();
  await page.goto("/console/#/");
  await page.reload();
  await page.getByTestId(`queue-row-${ids[0]}`).waitFor();
  await page.getByTestId("saved-view").click();
  await expect.poll(() => page.locator("tbody tr").count()).toBe(2);
  await page.locator("h1").first().click();
  for (const key of ["j", "x", "j", "x"]) await page.keyboard.press(key);
  await page.getByTestId("bulk-bar").waitFor();
  expect(await page.locator('[data-testid="mark"]:checked').count()).toBe(2);
  await expectAccessible(page);
  await pictures(page, "review-queue");
  // Somebody is faster with one of them.
  await act(ids[2] ?? "", "tham-dinh-2", "receive", 2);
  await page.getByTestId("bulk-receive").click();
  await page.getByTestId("bulk-comment").fill("Đợt thẩm định tháng 11");
  await page.getByTestId("bulk-confirm").click();
  await expect.poll(() => page.getByTestId("bulk-outcome").count()).toBe(2);
  expect(await page.locator(".bulk-outcomes .ok").count()).toBe(1);
  expect(await page.locator(".bulk-outcomes .not").textContent()).toMatch(/vừa được người khác thay đổi/);
  await expectAccessible(page);
  await picture(page, "review-bulk");
  await page.getByTestId("bulk-close").click();
  await page.goto(`/console/#/ho-so/${ids[1]}`);
  await page.getByTestId("action-accept").and(page.locator("[disabled]")).waitFor();
  await page.goto(`/console/#/ho-so/${ids[2]}`);
  await page.getByTestId("action-accept").and(page.locator(":not([disabled])")).waitFor();
  expect(errors).toEqual([]);
  await context.close();
});

it("shows what a correction changed and prints on A4", async () => {
  const { page, errors, context } = await openPage(browser, { width: 1366, height: 768 }, inject("origin"));
  await signInAs(page, "tham-dinh-1");
  await page.goto(`/console/#/ho-so/${ids[0]}`);
  await page.getByRole("tab", { name: "Thay đổi" }).click();
  await page.getByTestId("change").first().waitFor();
  expect(await page.getByTestId("change-counts").textContent()).toContain("1 ô đổi, 0 dòng thêm, 0 dòng bỏ");
  expect(await page.getByTestId("change").innerText()).toMatch(/KC_DeAn!B5[\s\S]*hồ sơ thử[\s\S]*Đông Triều/);
  await page.getByTestId("change").locator(".place-button").click();
  await expectAccessible(page);
  await pictures(page, "review-changes");
  await page.goto("/console/#/so-sanh");
  await page.getByTestId("go-history").click();
  await page.getByTestId("history-table").waitFor();
  expect(await page.getByTestId("ceilings").innerText()).toContain("300.000.000 đ");
  expect(await page.getByTestId("history-table").innerText()).toContain("số liệu báo chí");
  await expectAccessible(page);
  await pictures(page, "review-history");
  await page.getByTestId("history-table").locator('a[href^="#/ho-so/"]').first().click();
  await expect.poll(() => page.locator(".formula-line").first().textContent()).toMatch(/[A-Z]+\d+/);
  await page.evaluate(() => localStorage.setItem("kc.lang", "en"));
  await page.goto(`/console/#/ho-so/${ids[0]}`);
  await page.reload();
  await page.getByRole("tab", { name: "Changes" }).click();
  await page.getByTestId("change").first().waitFor();
  await picture(page, "review-changes-en");
  expect((await page.pdf({ format: "A4", landscape: true, preferCSSPageSize: true })).length).toBeGreaterThan(
    10_000,
  );
  expect(errors).toEqual([]);
  await context.close();
});
