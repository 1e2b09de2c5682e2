/** Drafting beyond the first đề án: change, take back, duplicate, copy from another workbook, take from the register. */
import type { Browser, FrameLocator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { columnLetter, DEMAND_SHEET, FIRST_ROW } from "../shared/workbook/template.ts";
import { expectAccessible, openBrowser, openPage, picture, type Opened } from "./lib/browser.ts";
import { openExample, openWorkbench, paneOf, wordsOf } from "./lib/pane.ts";

const PATIENCE = { timeout: 20_000 };

function frameOf(page: Page) {
  const frame = page.frame({ url: /\/workbench\/taskpane\.html/ });
  if (frame === null) throw new Error("no task pane");
  return frame;
}

/** Formulas of a rectangle, as an add-in reads them. */
async function formulas(page: Page, sheet: string, address: string): Promise<unknown[][]> {
  return frameOf(page).evaluate(
    ([name = "", place = ""]) =>
      Excel.run(async (context) => {
        const range = context.workbook.worksheets.getItem(name).getRange(place);
        range.load("formulas");
        await context.sync();
        return range.formulas as unknown[][];
      }),
    [sheet, address],
  );
}

async function write(page: Page, sheet: string, cells: Readonly<Record<string, unknown>>): Promise<void> {
  await frameOf(page).evaluate(
    ([name, all]) =>
      Excel.run(async (context) => {
        for (const [address, value] of Object.entries(all))
          context.workbook.worksheets.getItem(name).getRange(address).values = [[value]];
        await context.sync();
      }),
    [sheet, cells] as const,
  );
}

describe("drafting in an existing workbook", () => {
  let browser: Browser;
  let opened: Opened;
  let page: Page;
  let pane: FrameLocator;
  const news = () => pane.getByTestId("draft-news");
  const undone = () => pane.getByTestId("undo-news");

  beforeAll(async () => {
    browser = await openBrowser(inject("chromium"));
    opened = await openPage(browser, { width: 1366, height: 900 }, inject("origin"));
    ({ page } = opened);
    await openWorkbench(page);
    await openExample(page, "examples/quang-ninh-2018.xlsx");
    pane = paneOf(page);
    await pane.getByTestId("edit-DA01").waitFor({ timeout: 60_000 });
  }, 120_000);
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await picture(page, "failed-draft");
  });
  afterAll(async () => {
    await browser?.close();
  });

  it("changes a đề án: only the changed cells, the formulas stay, and one click takes it back", async () => {
    const before = [await formulas(page, "KC_DeAn", "A5:W5"), await formulas(page, "KC_DuToan", "A5:J9")];
    await pane.getByTestId("edit-DA01").click();
    await pane.locator("#wizard-name").fill("Mô hình gạch không nung, quy mô mới");
    await expectAccessible(page);
    await pane.getByTestId("wizard-next").click();
    await pane.locator('input[id$="-unitPrice"]').first().fill("1.200.000.000");
    await pane.locator('input[id$="-support"]').first().fill("310.000.000");
    await picture(page, "draft-edit");
    await pane.getByTestId("wizard-submit").click();
    await expect.poll(() => wordsOf(news()), PATIENCE).toContain("Đã ghi thay đổi của DA01");
    const [about = []] = await formulas(page, "KC_DeAn", "A5:W5");
    expect(about[1]).toBe("Mô hình gạch không nung, quy mô mới");
    expect(about.slice(2)).toEqual(before[0]?.[0]?.slice(2));
    const [cost = []] = await formulas(page, "KC_DuToan", "A5:J5");
    expect([cost[4], cost[5], cost[6]]).toEqual([1_200_000_000, "=KC.THANHTIEN(D5,E5)", 310_000_000]);
    await news().getByText("Hoàn tác").click();
    await expect.poll(() => wordsOf(undone()), PATIENCE).toContain("Đã hoàn tác việc sửa đề án");
    expect(await pane.getByText("Đã ghi thay đổi của DA01").count()).toBe(0);
    expect([await formulas(page, "KC_DeAn", "A5:W5"), await formulas(page, "KC_DuToan", "A5:J9")]).toEqual(
      before,
    );
  });

  it("does not take back over what a person has typed since", async () => {
    await pane.getByTestId("duplicate-DA02").click();
    await pane.locator("#wizard-name").fill("Bản nhân đôi");
    await pane.getByTestId("wizard-next").click();
    await pane.getByTestId("wizard-submit").click();
    await expect.poll(() => wordsOf(news()), PATIENCE).toContain("Đã thêm DA17");
    const last = FIRST_ROW + 16;
    expect((await formulas(page, "KC_DeAn", `A${last}:B${last}`))[0]).toEqual(["DA17", "Bản nhân đôi"]);
    await write(page, "KC_DeAn", { [`B${last}`]: "Tên người khác đặt" });
    await news().getByText("Hoàn tác").click();
    await pane.getByText(`KC_DeAn!B${last} đã được sửa`).waitFor();
    expect((await formulas(page, "KC_DeAn", `A${last}:B${last}`))[0]).toEqual(["DA17", "Tên người khác đặt"]);
  });

  it("copies from another workbook under new codes, without dates", async () => {
    await pane.getByTestId("copy-file").setInputFiles("examples/quang-ninh-2018.xlsx");
    await pane.getByTestId("pick-lines").waitFor();
    await pane.locator(".pick input").nth(2).check();
    await picture(page, "draft-copy");
    await pane.getByTestId("pick-done").click();
    await expect.poll(() => wordsOf(news()), PATIENCE).toContain("Đã thêm DA18");
    const [row = []] = await formulas(page, "KC_DeAn", "A22:T22");
    expect([row[0], row[10], row[11]]).toEqual(["DA18", "", ""]);
    expect(row[19]).toContain("Chép từ DA03, sổ năm 2018");
    expect(row[12]).toBe("=SUMIFS(KC_DuToan!$F$5:$F$5004,KC_DuToan!$A$5:$A$5004,$A22)");
  });

  it("takes registered demand into the plan once, and writes the trace", async () => {
    const at = (id: string) => `${columnLetter(DEMAND_SHEET, id)}${FIRST_ROW}`;
    await write(page, DEMAND_SHEET.name, {
      [at("code")]: "DK001",
      [at("name")]: "Máy sấy cau",
      [at("kind")]: "MAY-MOC",
      [at("content")]: 3,
      [at("fund")]: "ĐP",
      [at("total")]: 400_000_000,
      [at("support")]: 150_000_000,
    });
    await pane.locator('fluent-button[aria-label="Đọc lại"]').first().click();
    await pane.getByTestId("demand-open").click();
    await pane.locator(".pick input").first().check();
    await pane.getByTestId("pick-done").click();
    await expect.poll(() => wordsOf(news()), PATIENCE).toContain("Đã thêm DA19");
    expect((await formulas(page, DEMAND_SHEET.name, at("deAnCode")))[0]).toEqual(["DA19"]);
    await pane.getByTestId("demand-open").waitFor({ state: "detached" });
  });

  it("deletes a đề án with its cost lines after asking, and brings all of it back", async () => {
    const places = ["A6:W6", "A7:W7"];
    const rows = () => Promise.all(places.map((place) => formulas(page, "KC_DeAn", place)));
    const costs = () => formulas(page, "KC_DuToan", "A5:J12");
    const before = [await rows(), await costs()];
    await pane.getByTestId("remove-DA02").click();
    await pane.getByTestId("remove-yes").click();
    await expect.poll(() => wordsOf(news()), { timeout: 10_000 }).toContain("Đã xoá DA02");
    expect((await rows())[0]?.[0]?.every((cell) => cell === "")).toBe(true);
    expect((await costs()).some(([code]) => code === "DA02")).toBe(false);
    await pane.getByTestId("undo-last").click();
    await expect.poll(() => wordsOf(undone())).toContain("Đã hoàn tác việc xoá đề án");
    expect([await rows(), await costs()]).toEqual(before);
  });

  it("makes a cost line of a norm with a live price, and finds a đề án without diacritics", async () => {
    await pane.locator("#de-an-search").fill("gach khong nung");
    await expect.poll(() => pane.locator(".de-an-list.with-actions li").count()).toBe(1);
    await pane.getByTestId("edit-DA01").click();
    await pane.getByTestId("wizard-next").click();
    await pane.getByTestId("from-norm").click();
    await pane.locator("#norm-search").fill("tu van");
    await pane.locator('[data-testid^="norm-KC."]').first().click();
    await expect.poll(() => pane.locator("li.cost-line").count()).toBe(2);
    await picture(page, "draft-norm");
    expect(opened.errors).toEqual([]);
  });
});
