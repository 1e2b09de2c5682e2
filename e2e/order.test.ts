/** Ordering and what comes after it, in the browser: conditions, papers, the work, the year, the catalogue, autonomy. */
import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { mustOk } from "../shared/kernel/result.ts";
import { decodeText, encodeText } from "../shared/workbook/xlsx/bytes.ts";
import { openZip, readPart, replaceParts } from "../shared/workbook/xlsx/zip.ts";
import { expectAccessible, openBrowser, openPage, picture, type Opened } from "./lib/browser.ts";
import { textOfDocx } from "./lib/docx.ts";

const DOCUMENT = "word/document.xml";
const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

async function signIn(page: Page, personId: string): Promise<void> {
  await page.goto("/");
  await page.getByTestId(`person-${personId}`).click();
  // Somebody may be signed in already: the page shows them until the new one is.
  await page.waitForFunction(
    (wanted) => (localStorage.getItem("kc.session") ?? "").includes(wanted),
    `"id":"${personId}"`,
  );
}

async function download(page: Page, click: () => Promise<void>): Promise<Uint8Array> {
  const [file] = await Promise.all([page.waitForEvent("download"), click()]);
  return new Uint8Array(await readFile(await file.path()));
}

async function choose(page: Page, code: string): Promise<void> {
  await page.locator(`[data-testid="work-line"][data-code="${code}"] button`).click();
}

interface Written {
  readonly kind: string;
  readonly on: string;
  readonly amount?: string;
  readonly document?: string;
  readonly note?: string;
}

/** Fills the form and sends it once; the caller says what must come of it. */
async function fill(page: Page, { kind, on, amount, document, note }: Written): Promise<void> {
  await page.getByTestId("record-kind").selectOption(kind);
  await page.getByTestId("record-on").fill(on);
  if (amount !== undefined) await page.getByTestId("record-amount").fill(amount);
  await page.getByTestId("record-document").fill(document ?? "");
  await page.getByTestId("record-note").fill(note ?? "");
  await page.getByTestId("record-submit").click();
}

describe("ordering, and after it", () => {
  let browser: Browser;
  let opened: Opened;
  let page: Page;

  beforeAll(async () => {
    browser = await openBrowser(inject("chromium"));
    opened = await openPage(browser, { width: 1366, height: 768 }, inject("origin"));
    ({ page } = opened);
    await signIn(page, "duyet-22");
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await picture(page, "order-failed");
  });
  afterAll(async () => {
    await browser?.close();
  });

  it("the queue leads to the order book; what waits shows its conditions line by line", async () => {
    await page.goto("/console/");
    await page.getByTestId("go-orders").click();
    await page.getByTestId("order-row").first().waitFor();
    await expectAccessible(page);
    await picture(page, "order-book");
    await page.getByTestId("go-readiness").first().click();
    const lines = page.getByTestId("readiness-line");
    await lines.first().waitFor();
    const routes = await lines
      .locator("[data-route]")
      .evaluateAll((badges) => badges.map((b) => b.textContent));
    expect(routes.length).toBeGreaterThan(0);
    expect(new Set(routes)).toEqual(new Set(["Giao nhiệm vụ"]));
    await lines.first().locator("summary").click();
    expect(await lines.first().innerText()).toContain("Điều 9 Nghị định 32/2019/NĐ-CP");
    await expectAccessible(page);
  });

  it("the work: a warning is seen before it is written, an error is refused, the order moves on when all is done", async () => {
    await page.goto("/console/#/dat-hang");
    await page.getByTestId("order-row").first().getByRole("link").click();
    await page.getByTestId("work-lines").waitFor();
    await expectAccessible(page);

    await choose(page, "DA03");
    await fill(page, { kind: "acceptance", on: "2025-12-10", amount: "180.000.001", document: "Biên bản 9" });
    await page.getByText("vượt kinh phí đặt hàng").first().waitFor();
    await fill(page, { kind: "acceptance", on: "2025-12-10", amount: "180.000.000", document: "Biên bản 9" });
    await page.locator('[data-code="DA03"] [data-state="accepted"]').waitFor();

    await choose(page, "DA04");
    await fill(page, { kind: "stop", on: "2025-12-11", note: "Hội chợ hoãn" });
    await page.getByTestId("record-warnings").waitFor();
    expect(await page.getByTestId("record-warnings").innerText()).toContain("KC-TH-007");
    await page.getByTestId("record-submit").click();
    await page.locator('[data-code="DA04"] [data-state="stopped"]').waitFor();

    await page.getByTestId("step-confirm").click();
    await page.locator('[data-testid="state"][data-state="accepted_work"]').waitFor();
    expect(await page.getByTestId("blockers").innerText()).toContain("chưa quyết toán");
    await picture(page, "order-work");
    const minutes = await download(page, () => page.getByTestId("paper-nghiem-thu.docx").click());
    const text = textOfDocx(minutes);
    expect(text).toContain("BIÊN BẢN NGHIỆM THU ĐẶT HÀNG");
    expect(text).toContain("600.000.000 đồng");
    expect(text).toContain("Sáu trăm triệu đồng");
    expect(text).toContain("Hội chợ hoãn");
  });

  it("a template changed in Word is checked with a sentence, then prints", async () => {
    await page.goto("/console/#/dat-hang/mau");
    const card = page.getByTestId("template-nghiem-thu");
    const ours = await download(page, () => card.locator("fluent-button").first().click());
    const zip = mustOk(openZip(ours));
    const xml = decodeText(mustOk(readPart(zip, DOCUMENT)) ?? new Uint8Array());
    const own = (edit: (text: string) => string) => ({
      name: "mau-rieng.docx",
      mimeType: DOCX,
      buffer: Buffer.from(mustOk(replaceParts(zip, new Map([[DOCUMENT, encodeText(edit(xml))]])))),
    });
    const upload = page.getByTestId("upload-nghiem-thu");
    await upload.setInputFiles(own((text) => text.replaceAll("{tongNghiemThu}", "{tongNghiemthu}")));
    await card.getByText("Không có trường {tongNghiemthu}").first().waitFor();
    await upload.setInputFiles(own((text) => text.replace("Ý kiến của các bên", "Ý kiến riêng")));
    await card.getByText("mau-rieng.docx").waitFor();
    await expectAccessible(page);
  });

  it("the year adds up, and the centre sees what it needs to stand on its own", async () => {
    await page.goto("/console/#/bao-cao-nam");
    await page.getByTestId("year-content").waitFor();
    await page.getByTestId("year").selectOption("2017");
    await page.getByTestId("year-tiles").getByText("2 đề án").waitFor();
    await expectAccessible(page);
    await page.getByTestId("part-autonomy").click();
    await page.getByTestId("degree").waitFor();
    const before = await page.getByTestId("degree").innerText();
    await page.getByTestId("autonomy-spending").fill("1.200.000.000");
    await page.getByTestId("autonomy-save").click();
    await expect.poll(() => page.getByTestId("degree").innerText()).not.toBe(before);
    expect(await page.getByTestId("degree").innerText()).toContain("82,5 %");
    await expectAccessible(page);
  });

  it("two stewards publish a price: the service shows it from its first day, in its province", async () => {
    await signIn(page, "quan-tri");
    await page.goto("/console/#/dat-hang/danh-muc");
    await page.getByTestId("publish-open").click();
    const form = page.locator("kc-publish-form form");
    await form.locator('[name="service"]').selectOption("TU-VAN");
    await form.locator('[name="fact"]').selectOption("price");
    await form.locator('[name="province"]').selectOption("22");
    await form.locator('[name="verified"]').selectOption("text");
    const values = {
      issuer: "Cơ quan thử",
      document: "Quyết định thử",
      from: "2026-01-01",
      price: "30.000.000",
    };
    for (const [name, value] of Object.entries(values)) await page.getByTestId(`publish-${name}`).fill(value);
    await page.getByTestId("publish-submit").click();
    await page.getByTestId("fact-proposed").waitFor();
    await expectAccessible(page);
    await picture(page, "catalogue-proposed");
    const service = page.locator('[data-testid="service"][data-code="TU-VAN"]');
    expect(await service.locator(".badge.agreed").count()).toBe(0);

    await signIn(page, "quan-tri-2");
    await page.goto("/console/#/du-lieu");
    const waiting = page.getByTestId("waiting").filter({ hasText: "TU-VAN" });
    await waiting.getByTestId("changes").getByText("30.000.000 đ").waitFor();
    await waiting.getByTestId("confirm").click();
    await page.getByTestId("in-force").filter({ hasText: "TU-VAN" }).waitFor();
    await page.goto("/console/#/dat-hang/danh-muc");
    await service.locator(".badge.agreed").getByText("Đã ban hành").waitFor();
    await page.getByTestId("catalogue-date").fill("2025-12-31");
    await page.getByTestId("catalogue-date").blur();
    await service.locator(`[data-route="assign"]`).waitFor();
    await expectAccessible(page);
    expect(opened.errors).toEqual([]);
  });
});
