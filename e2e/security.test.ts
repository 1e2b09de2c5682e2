/** Real Chromium against what strangers write and what other sites try: nothing of theirs runs, nothing of ours obeys. */
import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { writeXlsx } from "../shared/workbook/xlsx/index.ts";
import { openBrowser, picture } from "./lib/browser.ts";
import { MARK, all, expectUntouched, first, hostileWorkbook, signIn, watch } from "./lib/hostile.ts";

let browser: Browser;
let origin: string;
let id = "";
let meetingId = "";
/** Sent again after a comment on the name of its đề án. */
let correctedId = "";

async function token(personId: string): Promise<string> {
  const answer = await fetch(`${origin}/api/v1/local/sign-in`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ personId }),
  });
  return ((await answer.json()) as { token: string }).token;
}

async function post(
  personId: string,
  path: string,
  body: unknown,
  headers: Record<string, string>,
): Promise<unknown> {
  const answer = await fetch(`${origin}/api/v1${path}`, {
    method: "POST",
    headers: {
      authorization: `Bearer ${await token(personId)}`,
      "content-type": "application/json",
      ...headers,
    },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

async function step(personId: string, action: string, version: number): Promise<void> {
  const lineComments = [{ sheet: "KC_DeAn", cell: "B6", text: all }];
  await post(
    personId,
    `/submissions/${id}/actions`,
    { action, comment: all, lineComments },
    { "if-match": `"v${version}"` },
  );
}

/** A catalogue of prices whose every text is hostile, and the reason for it: it waits for the other steward. */
async function proposeHostilePrices(): Promise<void> {
  const price = { type: "VL", resource: all, unit: first, province: null, from: "2099-01-01", priceDong: 1 };
  const content = {
    id: "gia-ma-doc",
    title: all,
    edition: first,
    origin: all,
    verified: "memory",
    prices: [{ ...price, source: all }],
  };
  await post("quan-tri", "/publications", { kind: "price-list", reason: all, content }, {});
}

async function openHostileMeeting(): Promise<void> {
  const input = {
    budgetDong: 1,
    projects: [
      { id: first, name: all, costDong: 1, scores: { a: 1 }, groups: { nguon: first, tinh: all } },
      { id: "2", costDong: 1, scores: { a: 1 }, obstacles: [{ reason: all, rule: first, law: all }] },
    ],
    criteria: [{ id: "a", name: first, weight: 1, reason: all }],
    overrides: [{ id: first, decision: "in", by: all, reason: all }],
  };
  const body = { title: first, input, result: null };
  meetingId = ((await post("tham-dinh-1", "/allocation/meetings", body, {})) as { id: string }).id;
  const entry = { kind: "weights", after: 1, note: all, input, result: null };
  await post("tham-dinh-1", `/allocation/meetings/${meetingId}/entries`, entry, {});
}

async function sendHostile(more: string, previousId?: string): Promise<string> {
  const again = previousId === undefined ? {} : { previousId };
  const envelope = { workbook: hostileWorkbook(more), fileName: `${first}.xlsx`, ...again };
  const sent = await post("soan-22", "/submissions", envelope, { "idempotency-key": randomUUID() });
  return (sent as { id: string }).id;
}

async function sendCorrected(): Promise<void> {
  correctedId = await sendHostile("");
  const lineComments = [{ sheet: "KC_DeAn", cell: "B5", text: all }];
  const returned = { action: "return", comment: all, lineComments };
  await post("duyet-22", `/submissions/${correctedId}/actions`, returned, { "if-match": '"v1"' });
  await sendHostile(` ${MARK}-corrected`, correctedId);
}

/** Pages of the review site besides the queue and one submission. */
function reviewPages(): string[] {
  const order = `#/dat-hang/${id}`;
  const places = [order, "#/dat-hang", "#/dat-hang/danh-muc", "#/dat-hang/tu-chu", "#/dat-hang/mau"];
  return [
    ...places,
    "#/bao-cao-nam",
    "#/tong-hop",
    "#/nhat-ky",
    "#/so-sanh",
    "#/hop",
    `#/hop/${meetingId}`,
  ].map((hash) => `/console/${hash}`);
}

beforeAll(async () => {
  origin = inject("origin");
  browser = await openBrowser(inject("chromium"));
  id = await sendHostile("");
  await step("duyet-22", "forward", 1);
  await step("tham-dinh-2", "receive", 2);
  await step("tham-dinh-1", "accept", 3);
  await post(
    "tham-dinh-1",
    `/submissions/${id}/order`,
    { ordererName: all.slice(0, 200), comment: all },
    { "if-match": '"v4"' },
  );
  await sendCorrected();
  await openHostileMeeting();
  await proposeHostilePrices();
});
afterAll(async () => {
  await browser?.close();
});

describe("stored markup", () => {
  it("is only text in the queue and on every tab of the submission", async () => {
    const watched = await watch(browser, true);
    const { page } = watched;
    await signIn(page, "tham-dinh-1");
    await page.goto("/console/");
    await page.getByTestId(`queue-row-${id}`).waitFor();
    await expectUntouched(watched, false);
    await page.getByTestId(`queue-row-${id}`).click();
    const tabs = page.locator("[role=tab]");
    await tabs.first().waitFor();
    let seen = 0;
    for (const tab of await tabs.all()) {
      await tab.click();
      await tab.hover();
      seen += 1;
      await expectUntouched(watched, true);
    }
    expect(seen).toBeGreaterThan(4);
    await picture(page, "xss-submission");
    await watched.context.close();
  });

  it("is only text on the pages of orders, the year, comparing and meetings", async () => {
    const watched = await watch(browser, true);
    const { page } = watched;
    await signIn(page, "tham-dinh-1");
    let said = "";
    for (const path of reviewPages()) {
      await page.goto(path);
      await page.waitForTimeout(700);
      await expectUntouched(watched, false);
      said += await page.evaluate(() => document.body.innerText);
    }
    expect(said).toContain(MARK);
    await picture(page, "xss-orders");
    await watched.context.close();
  });

  it("is only text in a meeting: its title, reasons, criteria, decisions and log", async () => {
    const watched = await watch(browser, true);
    const { page } = watched;
    await signIn(page, "tham-dinh-1");
    await page.goto(`/console/#/hop/${meetingId}`);
    await page.getByTestId("log").locator("summary").click();
    await page.getByTestId("log").getByText(MARK).first().waitFor();
    for (const project of await page.locator(".project summary").all()) await project.click();
    await expectUntouched(watched, true);
    await picture(page, "xss-meeting");
    await watched.context.close();
  });

  it("is only text where a steward weighs what another proposes, and where norms are proposed", async () => {
    const watched = await watch(browser, true);
    const { page } = watched;
    await signIn(page, "quan-tri-2");
    await page.goto("/console/#/du-lieu");
    const waiting = page.getByTestId("waiting").filter({ hasText: MARK });
    await waiting.getByTestId("changes").waitFor();
    await expectUntouched(watched, true);
    await picture(page, "xss-steward");
    for (const hash of ["#/so-sanh", "#/so-sanh/de-xuat"]) {
      await page.goto(`/console/${hash}`);
      await page.waitForTimeout(700);
      await expectUntouched(watched, false);
    }
    await watched.context.close();
  });

  it("is only text in a comment's answer: what the cell said before and says now", async () => {
    const watched = await watch(browser, true);
    const { page } = watched;
    await signIn(page, "duyet-22");
    await page.goto(`/console/#/ho-so/${correctedId}`);
    await page.getByRole("tab", { name: /Ý kiến/ }).click();
    await page.getByTestId("comment-answer").getByText(`${MARK}-corrected`).waitFor();
    await expectUntouched(watched, true);
    await watched.context.close();
  });

  it("is only text in the pane: where it stands, and comments by line", async () => {
    const watched = await watch(browser, true);
    const { page } = watched;
    await signIn(page, "soan-22");
    await page.goto("/workbench/");
    const pane = page.frameLocator("iframe");
    await pane.getByTestId("tab-track").click({ timeout: 60_000 });
    await pane.getByTestId("submission").first().click();
    await pane.getByTestId("comment").first().waitFor();
    await expectUntouched(watched, true);
    await picture(page, "xss-pane");
    await watched.context.close();
  });

  it("is only text when such a file is read by the upload page", async () => {
    const watched = await watch(browser, true);
    const { page } = watched;
    await signIn(page, "soan-22");
    await page.goto("/upload/");
    const buffer = Buffer.from(await writeXlsx(hostileWorkbook()));
    const name = `${first.replaceAll("/", "")}.xlsx`;
    await page
      .getByTestId("upload-file")
      .setInputFiles({ name, mimeType: "application/octet-stream", buffer });
    await page.getByTestId("upload-facts").waitFor({ timeout: 30_000 });
    await expectUntouched(watched, true);
    for (const tab of await page.locator("[role=tab]").all()) {
      await tab.click();
      await expectUntouched(watched, true);
    }
    await picture(page, "xss-upload");
    await watched.context.close();
  });
});

describe("the policy of content", () => {
  it("is broken by none of our own pages, though nothing inline is allowed", async () => {
    const watched = await watch(browser, false);
    const { page, context } = watched;
    const violations: string[] = [];
    await context.exposeFunction("kcViolation", (text: string) => void violations.push(text));
    await context.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", (event) => {
        const { kcViolation } = window as unknown as { kcViolation: (text: string) => void };
        kcViolation(`${location.pathname}: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
      });
    });
    await signIn(page, "tham-dinh-1");
    let visited = 0;
    for (const path of [
      "/",
      "/console/",
      `/console/#/ho-so/${id}`,
      ...reviewPages(),
      "/upload/",
      "/api/docs",
      "/huong-dan/",
      "/huong-dan/ham/dongia",
      "/workbench/",
      "/khong-co",
    ]) {
      await page.goto(path);
      await page.waitForTimeout(path.startsWith("/workbench") ? 2500 : 400);
      visited += 1;
    }
    expect(visited).toBe(20);
    expect(violations).toEqual([]);
    await context.close();
  });

  it("stops an inline script, should one ever get into a page", async () => {
    const watched = await watch(browser, false);
    const { page, context } = watched;
    await page.goto("/console/");
    const ran = await page.evaluate(() => {
      const script = document.createElement("script");
      script.textContent = "window.kcXss = 1";
      document.body.append(script);
      document.body.insertAdjacentHTML("beforeend", '<img src="/khong-co.png" onerror="window.kcXss = 2">');
      return new Promise((done) =>
        setTimeout(() => done((window as unknown as { kcXss?: unknown }).kcXss ?? null), 500),
      );
    });
    expect(ran).toBeNull();
    await context.close();
  });
});

describe("another site", () => {
  it("cannot read the session, act with it, or frame the pages", async () => {
    const watched = await watch(browser, false);
    const { page, context } = watched;
    await signIn(page, "duyet-22");
    const cookies = await context.cookies();
    const session = cookies.find(({ name }) => name.includes("kc-"));
    expect(session).toMatchObject({ httpOnly: true, sameSite: "Strict", path: "/" });
    expect(await page.evaluate(() => document.cookie)).toBe("");
    const html = `<form id="f" method="post" action="${origin}/api/v1/session/end"><input name="a"></form>
      <iframe src="${origin}/console/"></iframe>
      <script>const say = (text) => (document.title += text);
      fetch("${origin}/api/v1/me", {credentials: "include"}).then(() => say("read "), () => say("refused "));
      fetch("${origin}/api/v1/session/end", {method: "POST", credentials: "include", mode: "no-cors"}).then(() => say("sent "), () => say("stopped "));</script>`;
    // Another port is another origin of the same site: SameSite alone would not help.
    const evil = createServer((_, answer) => answer.setHeader("content-type", "text/html").end(html));
    await new Promise<void>((done) => evil.listen(0, "localhost", done));
    await page.goto(`http://localhost:${(evil.address() as AddressInfo).port}/`);
    await expect.poll(() => page.title()).toMatch(/refused/);
    await expect.poll(() => page.title()).toMatch(/sent|stopped/);
    const framed = page.frames().find((frame) => frame.parentFrame() !== null);
    expect(framed?.url()).not.toBe(`${origin}/console/`);
    const [answer] = await Promise.all([
      page.waitForResponse(
        (response) => response.url().endsWith("/session/end") && response.request().isNavigationRequest(),
      ),
      page.evaluate(() => document.querySelector("form")?.submit()),
    ]);
    expect(answer.status()).toBe(403);
    await page.waitForURL("**/api/v1/session/end");
    await page.goto("/console/");
    expect(await page.evaluate(async () => (await fetch("/api/v1/me")).status)).toBe(200);
    await context.close();
    evil.close();
  });
});
