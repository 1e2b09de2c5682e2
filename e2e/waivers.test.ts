/** A rule waived on the review site: asked for by one, confirmed by another, seen by the province, revoked. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { call, callJson, tokenOf } from "../scripts/torture/http.ts";
import { orders } from "../scripts/torture/workbooks.ts";
import type { Receipt } from "../shared/contract/submission.ts";
import { expectAccessible, openBrowser, openPage, picture } from "./lib/browser.ts";

let browser: Browser;
let id = "";
let province = "";

beforeAll(async () => {
  const port = Number(new URL(inject("origin")).port);
  browser = await openBrowser(inject("chromium"));
  const [made] = orders(1, 61);
  if (made === undefined) throw new Error("no order");
  const { personId, provinceCode, key, body } = made;
  const headers = { "idempotency-key": `${key}-mien` };
  const sent = await call(port, "/api/v1/submissions", {
    method: "POST",
    token: await tokenOf(port, personId),
    headers,
    body,
  });
  if (sent.status !== 201) throw new Error(sent.text);
  id = (JSON.parse(sent.text) as Receipt).id;
  province = provinceCode;
  await callJson(port, `/api/v1/submissions/${id}/actions`, {
    method: "POST",
    token: await tokenOf(port, `duyet-${provinceCode}`),
    headers: { "if-match": '"v1"' },
    body: JSON.stringify({ action: "forward", comment: "", lineComments: [] }),
  });
});
afterAll(async () => {
  await browser?.close();
});

async function open(personId: string): Promise<Page> {
  const { page } = await openPage(browser, { width: 1366, height: 768 }, inject("origin"));
  await page.goto("/");
  await page.getByTestId(`person-${personId}`).click();
  await page.getByTestId("signed-in").waitFor();
  await page.goto(`/console/#/ho-so/${id}`);
  return page;
}

it("waits for a second person, counts, is seen and is revoked", async () => {
  const first = await open("tham-dinh-1");
  await first.getByTestId("waive-other").click();
  await first.getByTestId("waiver-rule").fill("nv 2");
  await first.getByTestId("action-comment").fill("Máy do đối tác tặng một phần");
  await first.getByTestId("action-confirm").click();
  expect(await first.locator("#rule-wrong").textContent()).toContain("KC-DA-009");
  await first.getByTestId("waiver-rule").fill("kc-nv-002");
  await expectAccessible(first);
  await picture(first, "waiver-dialog");
  await first.getByTestId("action-confirm").click();
  await first.getByTestId("waivers").getByText("Chờ người thứ hai").waitFor();
  await first.getByTestId("waiver-confirm").and(first.locator("[disabled]")).waitFor();
  await expectAccessible(first);
  await first.getByTestId("waivers").scrollIntoViewIfNeeded();
  await picture(first, "waiver-proposed");
  await first.context().close();

  const second = await open("tham-dinh-2");
  await second.getByTestId("waiver-confirm").click();
  await second.getByTestId("action-confirm").click();
  await second.getByTestId("waivers").getByText("Được miễn").waitFor();
  await second.setViewportSize({ width: 400, height: 800 });
  await second.getByTestId("waivers").scrollIntoViewIfNeeded();
  await picture(second, "waiver-granted-400");
  expect(await second.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
  await second.setViewportSize({ width: 1366, height: 768 });

  const reader = await open(`duyet-${province}`);
  await reader.getByTestId("waivers").getByText("Máy do đối tác tặng một phần").waitFor();
  expect(await reader.getByTestId("waive-other").count()).toBe(0);
  await reader.context().close();

  const steward = await open("quan-tri");
  await steward.goto("/console/#/du-lieu");
  const mine = steward.getByTestId("waiver").filter({ hasText: "Máy do đối tác tặng một phần" });
  await mine.filter({ hasText: "KC-NV-002" }).filter({ hasText: "Được miễn" }).first().waitFor();
  expect(await steward.getByTestId("waiver").getByRole("link").count()).toBe(0);
  await expectAccessible(steward);
  await steward.getByTestId("waiver-register").scrollIntoViewIfNeeded();
  await picture(steward, "waiver-register");
  await steward.context().close();

  await second.getByTestId("waiver-revoke").click();
  await second.getByTestId("action-confirm").click();
  expect(await second.locator("#action-missing").textContent()).toContain("lý do");
  await second.getByTestId("action-comment").fill("Chứng từ không đúng");
  await second.getByTestId("action-confirm").click();
  await second.getByTestId("waivers").getByText("Đã thu hồi").waitFor();
  await expectAccessible(second);
  await second.context().close();
});
