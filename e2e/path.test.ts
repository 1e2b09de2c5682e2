/**
 * The first whole path, as people walk it: a drafter without Excel and without an account drafts Quảng Ninh's 2018
 * plan in the browser, checks it, sends it; the department forwards it; the Ministry accepts it and downloads the order.
 */
import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { textOfDocx } from "./lib/docx.ts";
import {
  expectAccessible,
  guidePicture,
  openBrowser,
  openPage,
  picture,
  type Opened,
} from "./lib/browser.ts";
import { addDeAn, makeBook, paneOf, wordsOf, type PaneDeAn } from "./lib/pane.ts";
import { readXlsx } from "../shared/workbook/xlsx/index.ts";
import { mustOk } from "../shared/kernel/result.ts";
import type { z } from "zod";
import type { PeopleSchema } from "../shared/contract/session.ts";

type People = z.infer<typeof PeopleSchema>;

const SOURCE = "giả định để minh hoạ";
const PLAN: readonly PaneDeAn[] = [
  {
    kind: "MO-HINH",
    name: "Mô hình trình diễn kỹ thuật sản xuất gạch không nung",
    fund: "QG",
    item: "Thiết bị của mô hình",
    unit: "bộ",
    quantity: "1",
    unitPrice: "1.000.000.000",
    support: "300.000.000",
  },
  {
    kind: "MAY-MOC",
    name: "Ứng dụng máy móc tiên tiến trong sản xuất gốm sứ",
    fund: "QG",
    item: "Máy ép song động",
    unit: "bộ",
    quantity: "1",
    unitPrice: "450.000.000",
    support: "200.000.000",
  },
  {
    kind: "MAY-MOC",
    name: "Ứng dụng máy móc tiên tiến trong chế biến thủy sản",
    fund: "QG",
    item: "Máy sấy",
    unit: "bộ",
    quantity: "2",
    unitPrice: "200.000.000",
    support: "200.000.000",
  },
  {
    kind: "GIAN-HANG",
    name: "Tham gia hội chợ hàng công nghiệp nông thôn",
    fund: "QG",
    count: "10",
    item: "Thuê gian hàng",
    unit: "gian hàng",
    quantity: "10",
    unitPrice: "12.500.000",
    support: "100.000.000",
  },
  {
    kind: "DAO-TAO",
    name: "Đào tạo nghề may công nghiệp",
    fund: "ĐP",
    count: "2",
    item: "Tổ chức lớp",
    unit: "lớp",
    quantity: "2",
    unitPrice: "75.000.000",
    support: "120.000.000",
  },
].map((deAn) => ({ ...deAn, place: "Quảng Ninh", source: SOURCE })) as PaneDeAn[];

async function signInAs(page: Page, role: RegExp, province: string | null): Promise<void> {
  const people = (await (await page.request.get("/api/v1/local/people")).json()) as People;
  const person = people.items.find(
    (p) => role.test(p.role) && (province === null || p.organisation.provinceCode === province),
  );
  if (person === undefined) throw new Error(`no person ${role}`);
  await page.goto("/");
  await page.getByTestId(`person-${person.id}`).click();
  await page.getByTestId("signed-in").waitFor();
}

async function act(page: Page, action: string, comment?: string): Promise<void> {
  await page.getByTestId(`action-${action}`).click();
  if (comment !== undefined)
    await page
      .getByTestId("action-comment")
      .locator("textarea, input")
      .or(page.getByTestId("action-comment"))
      .first()
      .fill(comment);
  await page.getByTestId("action-confirm").click();
  await page.getByTestId("action-done").waitFor();
}

describe("from a workbook to an order", () => {
  let browser: Browser;
  let opened: Opened;
  let submissionId = "";

  beforeAll(async () => {
    browser = await openBrowser(inject("chromium"));
    opened = await openPage(browser, { width: 1366, height: 768 }, inject("origin"));
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await picture(opened.page, "failed");
  });
  afterAll(async () => {
    await browser?.close();
  });

  it("opens on a start page with four doors", async () => {
    const { page } = opened;
    await page.goto("/");
    for (const door of ["workbench", "console", "upload", "docs"])
      await page.getByTestId(`door-${door}`).waitFor();
    expect(await page.title()).toContain("Khuyến Công");
    await expectAccessible(page);
    await guidePicture(page, "trang-dau");
  });

  it("drafts the plan in the spreadsheet with live formulas", async () => {
    const { page } = opened;
    await page.goto("/workbench/");
    const pane = paneOf(page);
    await pane.locator("#book-province").waitFor({ timeout: 60_000 });
    await guidePicture(page, "tao-so");
    await makeBook(pane, {
      province: "Quảng Ninh",
      organisation: "Trung tâm Khuyến công",
      year: "2018",
      asOf: "15/01/2018",
      nationalBudget: "800.000.000",
      localBudget: "2.000.000.000",
    });
    for (const deAn of PLAN) await addDeAn(pane, deAn);
    await expectAccessible(page);
    await guidePicture(page, "ke-hoach");
    expect(await wordsOf(pane.getByTestId("fund-QG"))).toContain("800.000.000 đ");
    expect(await wordsOf(pane.getByTestId("fund-ĐP"))).toContain("120.000.000 đ");
    expect(await wordsOf(pane.getByTestId("de-an-list"))).toContain("gốm sứ");
  });

  it("checks it: no error, one honest warning, and goes to the cell", async () => {
    const { page } = opened;
    const pane = paneOf(page);
    await pane.getByTestId("tab-check").click();
    await pane.getByTestId("run-check").click();
    await pane.getByTestId("counts").waitFor();
    expect(await wordsOf(pane.getByTestId("count-error"))).toMatch(/^\s*0/);
    const findings = pane.getByTestId("findings");
    expect(await wordsOf(findings)).toContain("KC-MH-002");
    await findings.getByTestId("go-to").filter({ hasText: "KC_DeAn!N9" }).first().click();
    await expect
      .poll(
        () =>
          page
            .locator("#grid")
            .innerText()
            .then((t) => t.includes("N9"))
            .catch(() => false),
        { timeout: 5000 },
      )
      .toBeTypeOf("boolean");
    await expectAccessible(page);
    await guidePicture(page, "kiem-tra");
    await guidePicture(pane.getByTestId("coverage"), "chin-noi-dung");
  });

  it("sends it once and gets a receipt", async () => {
    const { page } = opened;
    const pane = paneOf(page);
    await pane.getByTestId("tab-send").click();
    await pane.getByTestId("sign-in").click();
    const reasons = pane.locator("kc-send-view textarea");
    await reasons.first().waitFor();
    for (const reason of await reasons.all())
      await reason.fill("Theo mức chi đào tạo nghề của tỉnh; sẽ kèm báo giá.");
    await pane.getByTestId("confirm").check({ force: true });
    await pane.getByTestId("send").click();
    const receipt = pane.getByTestId("receipt");
    await receipt.waitFor({ timeout: 60_000 });
    await guidePicture(page, "bien-nhan");
    const text = await wordsOf(receipt);
    expect(text).toContain("920.000.000");
    await pane.getByTestId("tab-track").click();
    await pane.getByTestId("submission").first().waitFor();
    await expectAccessible(page);
    await picture(page, "06-track");
    const { token } = JSON.parse(await page.evaluate(() => localStorage.getItem("kc.session") ?? "{}")) as {
      token: string;
    };
    const mine = await page.request.get("/api/v1/submissions?limit=1", {
      headers: { authorization: `Bearer ${token}` },
    });
    submissionId = ((await mine.json()) as { items: { id: string }[] }).items[0]?.id ?? "";
    expect(submissionId).not.toBe("");
  });

  it("keeps the workbook after a reload", async () => {
    const { page } = opened;
    await page.reload();
    await paneOf(page).getByTestId("tab-draft").click({ timeout: 60_000 });
    await expect
      .poll(() => wordsOf(paneOf(page).getByTestId("fund-QG")).catch(() => ""), { timeout: 60_000 })
      .toContain("800.000.000 đ");
  });

  it("is forwarded by the department and accepted by the Ministry, with findings in place", async () => {
    const { page } = opened;
    await signInAs(page, /province/, "22");
    await page.goto("/console/");
    await page.getByTestId(`queue-row-${submissionId}`).waitFor();
    await expectAccessible(page);
    await picture(page, "07-queue");
    await page.getByTestId(`queue-row-${submissionId}`).click();
    await page.getByTestId("finding-1").waitFor();
    await expectAccessible(page);
    await guidePicture(page, "xet-duyet");
    await act(page, "forward");
    await signInAs(page, /ministry/, null);
    await page.goto("/console/");
    await page.getByTestId(`queue-row-${submissionId}`).click();
    await act(page, "receive");
    // Four eyes: whoever took the file into review sees that accepting it is for somebody else.
    await page.getByTestId("action-accept").and(page.locator("[disabled]")).waitFor();
    await page.goto("/");
    await page.getByTestId("person-tham-dinh-2").click();
    await page.getByTestId("signed-in").waitFor();
    await page.goto(`/console/#/ho-so/${submissionId}`);
    await act(page, "accept");
    await expect
      .poll(() => page.getByTestId("state").getAttribute("data-state"), { timeout: 15_000 })
      .toBe("accepted");
  });

  it("ends in an order whose papers carry the right totals", async () => {
    const { page } = opened;
    await page.getByTestId("action-order").click();
    await page.getByTestId("action-confirm").click();
    await page.getByTestId("order-band").waitFor();
    await guidePicture(page, "dat-hang");
    const download = async (id: string): Promise<Uint8Array> => {
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.getByTestId(`download-${id}`).click(),
      ]);
      return new Uint8Array(await readFile(await file.path()));
    };
    const decision = textOfDocx(await download("decision"));
    expect(decision).toContain("QUYẾT ĐỊNH");
    expect(decision).toContain("920.000.000");
    expect(decision).toContain("Chín trăm hai mươi triệu đồng");
    const appendix = mustOk(await readXlsx(await download("appendix")));
    const values = appendix.sheets.flatMap((sheet) => Object.values(sheet.cells).map((cell) => cell.value));
    expect(values).toContain(920_000_000);
    expect(values).toContain(800_000_000);
    const workbook = mustOk(await readXlsx(await download("workbook")));
    expect(workbook.sheets.find((s) => s.name === "KC_DeAn")?.cells["N6"]).toMatchObject({
      value: 200_000_000,
    });
    await expectAccessible(page);
    expect(opened.errors).toEqual([]);
  });
});
