/** Sending through a network that comes and goes: the queue survives closing the pane, and each plan arrives once. */
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import type { SubmissionDetail, SubmissionList } from "../shared/contract/submission.ts";
import type { FlatWorkbook } from "../shared/kernel/flat.ts";
import { expectAccessible, openBrowser, openPage, picture, type Opened } from "./lib/browser.ts";
import { addDeAn, fillAndSend, makeBook, paneOf, wordsOf } from "./lib/pane.ts";

const PROVINCE = "Lâm Đồng";
const SENDING = "**/api/v1/submissions";

interface Api {
  readonly token: string;
  list(): Promise<SubmissionList>;
  detail(id: string): Promise<SubmissionDetail>;
  withdraw(id: string): Promise<void>;
  correct(id: string, workbook: FlatWorkbook): Promise<void>;
}

/** The same person at another machine. */
async function apiOf(page: Page): Promise<Api> {
  const session = await page.evaluate(() => localStorage.getItem("kc.session") ?? "{}");
  // Of the context: it outlives the page.
  const context = page.context();
  const { token } = JSON.parse(session) as { token: string };
  const authorization = `Bearer ${token}`;
  const detail = async (id: string): Promise<SubmissionDetail> =>
    (await (
      await context.request.get(`/api/v1/submissions/${id}`, { headers: { authorization } })
    ).json()) as SubmissionDetail;
  const post = async (path: string, data: unknown, headers: Record<string, string>): Promise<void> => {
    const answer = await context.request.post(path, { data, headers: { authorization, ...headers } });
    if (!answer.ok()) throw new Error(`${path}: ${answer.status()} ${await answer.text()}`);
  };
  return {
    token,
    detail,
    list: async () =>
      (await (
        await context.request.get("/api/v1/submissions", { headers: { authorization } })
      ).json()) as SubmissionList,
    withdraw: async (id) =>
      post(
        `/api/v1/submissions/${id}/actions`,
        { action: "withdraw", comment: "Sửa lại" },
        {
          "if-match": (await detail(id)).etag,
        },
      ),
    correct: (id, workbook) =>
      post("/api/v1/submissions", { workbook, previousId: id }, { "idempotency-key": crypto.randomUUID() }),
  };
}

async function picturesOf(page: Page, name: string): Promise<void> {
  const { width = 1366, height = 768 } = page.viewportSize() ?? {};
  await page.setViewportSize({ width: 700, height: 900 });
  for (const pane of [320, 400, 600]) {
    // A sheet of the script's own: the policy of the pages lets nobody add a style to the markup.
    await page.evaluate((width) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(
        `iframe{position:fixed!important;inset:0 auto 0 0;z-index:99;width:${width}px!important;max-width:none!important;height:100%!important}`,
      );
      document.adoptedStyleSheets = [sheet];
    }, pane);
    await page.waitForTimeout(150);
    await page.screenshot({
      path: `test-output/screenshots/${name}-${pane}.png`,
      clip: { x: 0, y: 0, width: pane, height: 900 },
    });
  }
  await page.evaluate(() => (document.adoptedStyleSheets = []));
  await page.setViewportSize({ width, height });
}

describe("the queue of sendings", () => {
  let browser: Browser;
  let opened: Opened;
  let api: Api;
  const itemOf = (page: Page) => paneOf(page).getByTestId("queue-item");

  beforeAll(async () => {
    browser = await openBrowser(inject("chromium"));
    opened = await openPage(browser, { width: 1366, height: 768 }, inject("origin"));
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await picture(opened.page, "queue-failed");
  });
  afterAll(async () => {
    await browser?.close();
  });

  it("keeps a plan sent without a network, over closing the pane", async () => {
    const { page, context } = opened;
    await page.goto("/workbench/");
    let pane = paneOf(page);
    await pane.locator("#book-province").waitFor({ timeout: 60_000 });
    await makeBook(pane, {
      province: PROVINCE,
      organisation: "Trung tâm Khuyến công",
      year: "2018",
      asOf: "15/01/2018",
      localBudget: "2.000.000.000",
    });
    await addDeAn(pane, {
      kind: "MAY-MOC",
      name: "Ứng dụng máy sấy trong chế biến cà phê",
      fund: "ĐP",
      place: PROVINCE,
      source: "giả định để minh hoạ",
      item: "Máy sấy",
      unit: "bộ",
      quantity: "1",
      unitPrice: "400.000.000",
      support: "150.000.000",
    });
    await pane.getByTestId("tab-send").click();
    await pane.getByTestId("sign-in").click();
    await pane.getByTestId("confirm").waitFor();
    api = await apiOf(page);
    await context.setOffline(true);
    await pane.getByTestId("offline").waitFor();
    await fillAndSend(pane);
    await itemOf(page).waitFor();
    expect(await wordsOf(itemOf(page))).toMatch(/Chờ có mạng/);
    await expectAccessible(page);
    await picturesOf(page, "queue-offline");
    // Excel is closed and opened again; the network answers, but the service cannot be reached.
    await page.route(SENDING, (route) =>
      route.request().method() === "POST" ? route.abort() : route.continue(),
    );
    await context.setOffline(false);
    await page.reload();
    pane = paneOf(page);
    await pane.getByTestId("tab-send").click({ timeout: 60_000 });
    await expect.poll(() => wordsOf(itemOf(page)), { timeout: 20_000 }).toMatch(/Đã thử \d+ lần/);
    expect((await api.list()).items).toHaveLength(0);
    await picturesOf(page, "queue-waiting");
  });

  it("takes an answer that got lost for what it is: one submission, one receipt", async () => {
    const { page } = opened;
    await page.unroute(SENDING);
    let swallowed = 0;
    await page.route(SENDING, async (route) => {
      if (route.request().method() !== "POST") return route.continue();
      if (swallowed > 0) return route.continue();
      swallowed += 1;
      await route.fetch();
      return route.abort("connectionreset");
    });
    await paneOf(page).getByTestId("try-now").click();
    await expect.poll(async () => (await api.list()).items.length, { timeout: 20_000 }).toBe(1);
    await expect.poll(() => itemOf(page).count(), { timeout: 30_000 }).toBe(0);
    await page.unroute(SENDING);
    expect(swallowed).toBe(1);
    const { items } = await api.list();
    expect(items).toHaveLength(1);
    expect(await wordsOf(paneOf(page).locator(".receipts"))).toContain(items[0]?.id.slice(-8) ?? "?");
  });

  it("shows cell by cell what the service holds when a correction waited too long, and sends what the person chose", async () => {
    const { page, context } = opened;
    const pane = paneOf(page);
    const id = (await api.list()).items[0]?.id ?? "";
    await api.withdraw(id);
    await pane.getByTestId("tab-track").click();
    await pane.getByTestId("tab-send").click();
    await expect.poll(() => pane.locator("#send-target").inputValue(), { timeout: 15_000 }).toBe(id);
    await context.setOffline(true);
    await fillAndSend(pane);
    await itemOf(page).waitFor();
    const { workbook } = await api.detail(id);
    const sheets = workbook.sheets.map((sheet) =>
      sheet.name !== "KC_DeAn"
        ? sheet
        : {
            ...sheet,
            cells: Object.fromEntries(
              Object.entries(sheet.cells).map(([address, cell]) =>
                cell.value === "Ứng dụng máy sấy trong chế biến cà phê"
                  ? [address, { ...cell, value: "Máy sấy cà phê" }]
                  : [address, cell],
              ),
            ),
          },
    );
    await api.correct(id, { ...workbook, sheets });
    await api.withdraw(id);
    await context.setOffline(false);
    await pane.getByTestId("compare").click({ timeout: 20_000 });
    await pane.getByTestId("comparison").waitFor();
    expect(await wordsOf(pane.getByTestId("comparison"))).toMatch(
      /1 ô khác nhau[\s\S]*chế biến cà phê[\s\S]*Máy sấy cà phê/,
    );
    await expectAccessible(page);
    await picturesOf(page, "queue-conflict");
    await pane.getByTestId("send-mine").click();
    await pane.getByTestId("receipt").waitFor({ timeout: 20_000 });
    const { submission } = await api.detail(id);
    expect(submission).toMatchObject({ revision: 3, state: "submitted" });
    expect((await api.list()).items).toHaveLength(1);
    expect(opened.errors).toEqual([]);
  });

  it("leaves once though two windows are open, and the other takes over when the sending one is closed", async () => {
    const { page, context } = opened;
    const id = (await api.list()).items[0]?.id ?? "";
    const second = await context.newPage();
    await second.goto("/workbench/");
    await paneOf(second).getByTestId("tab-send").click({ timeout: 60_000 });
    const correctOffline = async (): Promise<void> => {
      await api.withdraw(id);
      // The receipt of before stands in the way of the form.
      await page.reload();
      await paneOf(page).getByTestId("tab-send").click({ timeout: 60_000 });
      await expect
        .poll(() => paneOf(page).locator("#send-target").inputValue(), { timeout: 15_000 })
        .toBe(id);
      await context.setOffline(true);
      await fillAndSend(paneOf(page));
      await itemOf(page).waitFor();
      await itemOf(second).waitFor();
    };
    const senders: Page[] = [];
    let hold = false;
    await context.route(SENDING, async (route) => {
      if (route.request().method() !== "POST") return route.continue();
      senders.push(route.request().frame().page());
      // Time enough for the other window to try as well.
      await new Promise((done) => setTimeout(done, 1500));
      if (!hold) return route.continue();
      // The service has it; its answer never comes.
      hold = false;
      await route.fetch();
    });
    await correctOffline();
    await context.setOffline(false);
    for (const each of [page, second])
      await expect.poll(() => itemOf(each).count(), { timeout: 30_000 }).toBe(0);
    expect(senders).toHaveLength(1);
    expect((await api.detail(id)).submission.revision).toBe(4);

    await correctOffline();
    hold = true;
    await context.setOffline(false);
    await expect.poll(async () => (await api.detail(id)).submission.revision, { timeout: 30_000 }).toBe(5);
    const [, sender] = senders;
    if (sender === undefined) throw new Error("nothing was sent");
    const other = sender === page ? second : page;
    await sender.close();
    await expect.poll(() => itemOf(other).count(), { timeout: 30_000 }).toBe(0);
    expect(senders.map((each) => each === other)).toEqual([senders[0] === other, false, true]);
    expect((await api.detail(id)).submission.revision).toBe(5);
    expect((await api.list()).items).toHaveLength(1);
  });
});
