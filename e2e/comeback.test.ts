/**
 * What comes back to the drafter: a comment on a cell reaches the pane and leads to the cell; a đề án that proved
 * effective in one province is offered to the next one as the source of a replica.
 */
import type { Browser, Frame, FrameLocator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { expectAccessible, openBrowser, openPage, picture, type Opened } from "./lib/browser.ts";
import { addDeAn, makeBook, paneOf, wordsOf } from "./lib/pane.ts";

const PROVINCE = "Nghệ An";
const CODE = "40";
const COMMENT = "Ghi rõ công suất máy trong tên đề án";
const EVIDENCE = "Hao hụt sau thu hoạch giảm, ba cơ sở làm theo (giả định để minh hoạ)";

async function signIn(page: Page, personId: string): Promise<void> {
  await page.goto("/");
  await page.getByTestId(`person-${personId}`).click();
  await page.waitForFunction(
    (wanted) => (localStorage.getItem("kc.session") ?? "").includes(wanted),
    `"id":"${personId}"`,
  );
}

async function send(pane: FrameLocator): Promise<void> {
  await pane.getByTestId("confirm").waitFor();
  for (const reason of await pane.locator("kc-send-view textarea").all())
    await reason.fill("Theo mức chi của tỉnh.");
  await pane.getByTestId("confirm").check({ force: true });
  await pane.getByTestId("send").click();
  await pane.getByTestId("receipt").waitFor({ timeout: 60_000 });
}

function selectedAddress(frame: Frame): Promise<string> {
  return frame.evaluate(() =>
    Excel.run(async (context) => {
      const selected = context.workbook.getSelectedRange();
      selected.load("address");
      await context.sync();
      return selected.address;
    }),
  );
}

describe("what comes back to the drafter", () => {
  let browser: Browser;
  let drafter: Opened;
  let reviewer: Opened;

  beforeAll(async () => {
    browser = await openBrowser(inject("chromium"));
    drafter = await openPage(browser, { width: 1366, height: 768 }, inject("origin"));
    reviewer = await openPage(browser, { width: 1366, height: 768 }, inject("origin"));
    // The spreadsheet recalculates on the same processor that drives it.
    for (const { page } of [drafter, reviewer]) page.setDefaultTimeout(90_000);
  });
  afterEach(async ({ task }) => {
    if (task.result?.state !== "fail") return;
    await picture(drafter.page, "comeback-failed-drafter");
    await picture(reviewer.page, "comeback-failed-reviewer");
  });
  afterAll(async () => {
    await browser?.close();
  });

  it("an order's form proposes Vietnam's day, also before 07:00; a đề án is marked effective there", async () => {
    const { page } = reviewer;
    await signIn(page, "duyet-42");
    await page.clock.setFixedTime(new Date("2026-11-29T23:30:00Z"));
    await page.goto("/console/#/dat-hang");
    await page.getByTestId("order-row").first().getByRole("link").click();
    await page.locator('[data-testid="work-line"][data-code="DA01"] button').click();
    await page.getByTestId("record-kind").selectOption("effective");
    expect(await page.getByTestId("record-on").inputValue()).toBe("2026-11-30");
    await page.getByTestId("record-on").fill("2025-12-20");
    await page.getByTestId("record-note").fill(EVIDENCE);
    await page.getByTestId("record-submit").click();
    await page.getByText(EVIDENCE).first().waitFor();
  });

  it("the pane offers it as the source of a replica to another province", async () => {
    const { page } = drafter;
    await page.goto("/workbench/");
    const pane = paneOf(page);
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
      name: "Ứng dụng máy sấy trong chế biến lạc",
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
    await pane.getByTestId("tab-draft").click();
    await pane.getByTestId("new-de-an").click();
    await pane.locator('[data-testid="kinds"] input[value="MAY-MOC"]').check({ force: true });
    await pane.getByTestId("wizard-next").click();
    await pane.locator("summary", { hasText: "Liên kết, nhân rộng" }).click();
    await pane.getByTestId("find-replica").click();
    const source = pane.getByTestId("replica-source").filter({ hasText: "42-2025-DA01" });
    await source.waitFor();
    expect(await wordsOf(source)).toContain(EVIDENCE);
    await expectAccessible(page);
    await picture(page, "replica-sources");
    await source.click();
    expect(await pane.locator("#wizard-replicaOf").inputValue()).toBe("42-2025-DA01");
  });

  it("a comment on a cell reaches the pane and leads to the cell", async () => {
    const { page } = drafter;
    const pane = paneOf(page);
    await pane.getByTestId("tab-send").click();
    await send(pane);

    await signIn(reviewer.page, `duyet-${CODE}`);
    await reviewer.page.goto("/console/#/");
    await reviewer.page.locator("tbody a.row-link").first().click();
    await reviewer.page.getByRole("tab", { name: "KC_DeAn" }).click();
    await reviewer.page.locator('[data-address="B5"]').click();
    await reviewer.page.keyboard.press("Enter");
    await reviewer.page.getByTestId("comment-input").fill(COMMENT);
    await reviewer.page.getByTestId("comment-add").click();
    await reviewer.page.getByTestId("action-return").click();
    await reviewer.page.getByTestId("action-comment").fill("Sửa theo ghi chú");
    await reviewer.page.getByTestId("action-confirm").click();
    await reviewer.page.getByTestId("action-done").waitFor();

    await pane.getByTestId("tab-track").click();
    await pane.getByTestId("track-refresh").click();
    await pane.getByTestId("submission").first().click();
    const comment = pane.getByTestId("comment").filter({ hasText: COMMENT });
    await comment.waitFor();
    await expectAccessible(page);
    await picture(page, "comment-in-pane");
    await comment.getByRole("button").click();
    const frame = page.frames().find((each) => each !== page.mainFrame() && each.url().includes("taskpane"));
    if (frame === undefined) throw new Error("no pane");
    await expect.poll(() => selectedAddress(frame)).toBe("KC_DeAn!B5");
  });

  it("the corrected file shows the reviewer what became of the cell", async () => {
    const { page } = drafter;
    const pane = paneOf(page);
    const frame = page.frames().find((each) => each !== page.mainFrame() && each.url().includes("taskpane"));
    await frame?.evaluate(() =>
      Excel.run(async (context) => {
        context.workbook.getSelectedRange().values = [["Ứng dụng máy sấy 5 tấn/mẻ trong chế biến lạc"]];
        await context.sync();
      }),
    );
    // The file came back: the tab offers its next version, not the receipt of the first.
    await pane.getByTestId("tab-send").click();
    await pane.locator("#send-target").waitFor();
    await send(pane);
    await reviewer.page.reload();
    await reviewer.page.getByRole("tab", { name: /Ý kiến/ }).click();
    const answer = reviewer.page.getByTestId("comment-answer");
    await answer.waitFor();
    expect(await answer.innerText()).toContain("Ứng dụng máy sấy 5 tấn/mẻ trong chế biến lạc");
    await expectAccessible(reviewer.page);
    await picture(reviewer.page, "comment-answer");
    expect(drafter.errors).toEqual([]);
    expect(reviewer.errors).toEqual([]);
  });
});
