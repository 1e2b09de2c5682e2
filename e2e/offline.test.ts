/** The workbench and its pane opened again without a network: sheet, functions, check, drafting; what is sent waits. */
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Browser, FrameLocator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import type { SubmissionList } from "../shared/contract/submission.ts";
import { openBrowser, openPage, picture, type Opened } from "./lib/browser.ts";
import { addDeAn, fillAndSend, makeBook, paneOf } from "./lib/pane.ts";

const PROVINCE = "Bắc Ninh";
const DE_AN = {
  kind: "MAY-MOC",
  fund: "ĐP",
  place: PROVINCE,
  source: "giả định để minh hoạ",
  item: "Máy sấy",
  unit: "bộ",
  quantity: "1",
  unitPrice: "400.000.000",
  support: "150.000.000",
} as const;

/** Every address kept, by cache. */
async function keptAddresses(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(async () => {
    const kept: Record<string, string[]> = {};
    for (const name of await caches.keys()) {
      const requests = await (await caches.open(name)).keys();
      kept[name] = requests.map(({ url }) => new URL(url).pathname);
    }
    return kept;
  });
}

async function whenKept(page: Page, scope: string): Promise<void> {
  await page.evaluate(async (address) => {
    for (;;) {
      const found = await navigator.serviceWorker.getRegistration(address);
      if (found?.active?.state === "activated") return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }, scope);
}

describe("without a network", () => {
  let browser: Browser;
  let opened: Opened;
  let page: Page;
  let pane: FrameLocator;
  let policy: string | undefined;
  let sentBefore: number;

  async function sent(): Promise<number> {
    const { token } = await page.evaluate(
      () => JSON.parse(localStorage.getItem("kc.session") ?? "{}") as { token: string },
    );
    const headers = { authorization: `Bearer ${token}` };
    const list = await page.request.get("/api/v1/submissions", { headers });
    return ((await list.json()) as SubmissionList).items.length;
  }

  beforeAll(async () => {
    browser = await openBrowser(inject("chromium"));
    opened = await openPage(browser, { width: 1366, height: 900 }, inject("origin"));
    ({ page } = opened);
    const first = await page.goto("/workbench/");
    policy = first?.headers()["content-security-policy"];
    pane = paneOf(page);
    await makeBook(pane, {
      province: PROVINCE,
      organisation: "Trung tâm Khuyến công",
      year: "2018",
      asOf: "15/01/2018",
      localBudget: "2.000.000.000",
    });
    await addDeAn(pane, { ...DE_AN, name: "Máy sấy trong chế biến chè" });
    await pane.getByTestId("tab-send").click();
    await pane.getByTestId("sign-in").click();
    await pane.getByTestId("confirm").waitFor({ timeout: 30_000 });
    await page.locator(".saved", { hasText: "Đã lưu trên máy này" }).waitFor();
    await whenKept(page, "/workbench/");
    sentBefore = await sent();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await picture(page, "failed-offline");
  });
  afterAll(async () => {
    await browser?.close();
  });

  it("keeps the files of one version, and nothing of the API or of a sign-in", async () => {
    const kept = Object.entries(await keptAddresses(page));
    expect(kept.map(([name]) => name)).toEqual([expect.stringMatching(/^kc-workbench-[0-9a-f]{16}$/)]);
    const addresses = kept.flatMap(([, all]) => all);
    expect(addresses).toContain("/workbench/");
    expect(addresses).toContain("/functions-check.js");
    expect(addresses.filter((path) => !/^\/(?:assets|icons|workbench)\/|^\/functions/.test(path))).toEqual(
      [],
    );
  });

  it("opens again with the same policy: the sheet computes, a đề án is written, the check runs", async () => {
    await opened.context.setOffline(true);
    const again = await page.reload();
    expect([again?.fromServiceWorker(), again?.headers()["content-security-policy"]]).toEqual([true, policy]);
    pane = paneOf(page);
    await pane.getByTestId("tab-draft").click({ timeout: 60_000 });
    await addDeAn(pane, { ...DE_AN, name: "Máy sàng phân loại chè, lập khi mất mạng" });
    await pane.getByTestId("tab-check").click();
    await pane.getByTestId("run-check").click();
    await pane.getByTestId("counts").waitFor({ timeout: 30_000 });
    const computed = await page.evaluate(async () => {
      const grid = await window.kcWorkbench?.whenGrid();
      await grid?.whenCalculated();
      const sheetId = grid?.sheets().find(({ name }) => name === "KC_DuToan")?.id ?? "";
      const area = { sheetId, row: 4, column: 5, rowCount: 1, columnCount: 1 };
      return grid?.read(area).values[0]?.[0];
    });
    expect(computed).toBe(400_000_000);
    await picture(page, "offline-checked");
  });

  it("what is sent waits, and arrives once when the network is back", async () => {
    await pane.getByTestId("tab-send").click();
    await pane.getByTestId("offline").waitFor();
    await fillAndSend(pane);
    await pane.getByTestId("queue-item").waitFor({ timeout: 30_000 });
    await picture(page, "offline-queued");
    await opened.context.setOffline(false);
    await expect.poll(() => pane.getByTestId("queue-item").count(), { timeout: 60_000 }).toBe(0);
    expect(await sent()).toBe(sentBefore + 1);
    expect(opened.errors).toEqual([]);
  });
});

const MARK = "/* next release */";

/** The same service, later with another release: one file has other bytes, and the list of files says so. */
async function startReleases(
  origin: string,
): Promise<{ origin: string; release: () => void; stop: () => void }> {
  let released = false;
  const bodyOf = async (path: string, text: string): Promise<string> => {
    if (!released) return text;
    if (path === "/functions-check.js") return text + MARK;
    if (path !== "/workbench/offline.js") return text;
    const next = (await (await fetch(`${origin}/functions-check.js`)).text()) + MARK;
    const sha256 = createHash("sha256").update(next).digest("base64");
    return text
      .replace(/("\/functions-check\.js","sha256":")[^"]+/, `$1${sha256}`)
      .replace(/"version":"[0-9a-f]{16}"/, '"version":"00000000000000aa"');
  };
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    void fetch(`${origin}${path}`).then(async (answer) => {
      const bytes = Buffer.from(await answer.arrayBuffer());
      for (const name of ["content-type", "content-security-policy"])
        response.setHeader(name, answer.headers.get(name) ?? "");
      response.writeHead(answer.status);
      response.end(path.endsWith(".js") ? await bodyOf(path, bytes.toString()) : bytes);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://localhost:${port}`,
    release: () => (released = true),
    stop: () => void server.close(),
  };
}

describe("the next release", () => {
  it("waits until the pages of the version before are closed, then replaces all of it", async () => {
    const service = await startReleases(inject("origin"));
    const browser = await openBrowser(inject("chromium"));
    try {
      const { page } = await openPage(browser, { width: 1366, height: 768 }, service.origin);
      await page.goto("/workbench/");
      await whenKept(page, "/workbench/");
      await page.reload();
      const caches = async () => Object.keys(await keptAddresses(page)).sort();
      const rules = () => page.evaluate(async () => (await fetch("/functions-check.js")).text());
      const [before = ""] = await caches();
      service.release();
      await page.evaluate(async () =>
        (await navigator.serviceWorker.getRegistration("/workbench/"))?.update(),
      );
      const isWaiting = () =>
        page.evaluate(async () => {
          const found = await navigator.serviceWorker.getRegistration("/workbench/");
          return (found?.waiting ?? null) !== null;
        });
      await expect.poll(isWaiting, { timeout: 30_000 }).toBe(true);
      expect(await caches()).toEqual(["kc-workbench-00000000000000aa", before].sort());
      expect(await rules()).not.toContain(MARK);
      await page.goto("about:blank");
      await page.goto("/workbench/");
      await expect.poll(caches, { timeout: 30_000 }).toEqual(["kc-workbench-00000000000000aa"]);
      expect(await rules()).toContain(MARK);
    } finally {
      await browser.close();
      service.stop();
    }
  });
});

it("the pane opens in Excel without a network too; without Microsoft's library it says what is missing", async () => {
  const browser = await openBrowser(inject("chromium"));
  const { page, context } = await openPage(browser, { width: 400, height: 768 }, inject("origin"));
  await page.goto("/taskpane.html");
  await page.getByTestId("no-host").waitFor({ timeout: 30_000 });
  await whenKept(page, "/taskpane.html");
  await context.setOffline(true);
  const opened = await page.goto("/taskpane.html?_host_Info=Excel$Win32$16.01$vi-VN$$$$0");
  expect(opened?.fromServiceWorker()).toBe(true);
  await page.getByTestId("no-office").waitFor({ timeout: 30_000 });
  await picture(page, "offline-no-office");
  await context.setOffline(false);
  await page.getByTestId("no-office-retry").click();
  await page.getByTestId("no-office").waitFor({ timeout: 30_000 });
  await browser.close();
});
