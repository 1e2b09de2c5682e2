/** The tab Định mức and freezing: a norm drafted from a copy, written with its live price, frozen and thawed. */
import type { Browser, FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { expectAccessible, openBrowser, openPage, picture, type Opened } from "./lib/browser.ts";
import { makeBook, paneOf, wordsOf } from "./lib/pane.ts";

const CODE = "QN.03.0010";

/** Formulas and values of the whole workbook, as an add-in reads them. */
async function cellsOf(page: Page): Promise<Record<string, { formula: unknown; value: unknown }>> {
  const frame = page.frame({ url: /\/workbench\/taskpane\.html/ });
  if (frame === null) throw new Error("no task pane");
  return frame.evaluate(() =>
    Excel.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.load("items/name");
      await context.sync();
      const used = worksheets.items.map((sheet) => {
        const range = sheet.getUsedRangeOrNullObject(true);
        range.load(["formulas", "values", "rowIndex", "columnIndex"]);
        return { name: sheet.name, range };
      });
      await context.sync();
      const cells: Record<string, { formula: unknown; value: unknown }> = {};
      for (const { name, range } of used) {
        if (range.isNullObject) continue;
        range.formulas.forEach((row, r) =>
          row.forEach((formula: unknown, c) => {
            const value: unknown = range.values[r]?.[c];
            if (formula === "" && value === "") return;
            cells[`${name}!${range.rowIndex + r + 1},${range.columnIndex + c + 1}`] = { formula, value };
          }),
        );
      }
      return cells;
    }),
  );
}

function formulasIn(cells: Record<string, { formula: unknown }>): string[] {
  return Object.entries(cells)
    .filter(([, { formula }]) => typeof formula === "string" && formula.startsWith("="))
    .map(([place, { formula }]) => `${place} ${String(formula)}`)
    .sort();
}

describe("own norms and freezing", () => {
  let browser: Browser;
  let opened: Opened;
  let page: Page;
  let pane: FrameLocator;

  beforeAll(async () => {
    browser = await openBrowser(inject("chromium"));
    opened = await openPage(browser, { width: 1366, height: 900 }, inject("origin"));
    ({ page } = opened);
    await page.goto("/workbench/");
    pane = paneOf(page);
    await makeBook(pane, {
      province: "Quảng Ninh",
      organisation: "Trung tâm Khuyến công Quảng Ninh",
      year: "2026",
      asOf: "15/07/2026",
    });
  });
  afterAll(async () => {
    await browser?.close();
  });

  it("a copied norm is changed, priced as it is typed, compared and written with a live price", async () => {
    await pane.getByTestId("tab-norms").click();
    await pane.getByTestId("norm-new").waitFor();
    await picture(page, "norms-empty");
    await expectAccessible(page);
    await pane.locator("#norm-copy").selectOption("KC-DU-THAO|KC.03.0210");
    const total = pane.getByTestId("norm-total");
    const before = await wordsOf(total);
    expect(before).toMatch(/^[\d.]+ đ$/);
    await pane.locator("li.cost-line[data-kind=labour] input[id$='-quantity']").first().fill("9,5");
    await expect.poll(() => wordsOf(total)).not.toBe(before);
    const changed = await wordsOf(total);
    const recovery = pane.locator("li.cost-line[data-kind=material] input[id$='-recovery']").first();
    await recovery.fill("150");
    await expect.poll(() => wordsOf(total)).toBe("Chưa tính được");
    expect(await wordsOf(pane.locator(".field-error").first())).toBe("Tỷ lệ phải từ 0 đến 100 %.");
    await recovery.fill("100");
    await expect.poll(() => wordsOf(total)).toMatch(/^[\d.]+ đ$/);
    await recovery.fill("");
    await expect.poll(() => wordsOf(total)).toBe(changed);
    await pane.locator("summary", { hasText: "So với định mức khác" }).click();
    expect(await pane.getByTestId("norm-compare").locator("tbody tr").count()).toBe(1);
    await pane.getByTestId("norm-write").click();
    await pane.getByTestId("norm-editor").locator("[aria-invalid=true]").first().waitFor();
    await pane.locator("#norm-code").fill(CODE);
    await picture(page, "norms-editor");
    await expectAccessible(page);
    await pane.getByTestId("norm-write").click();
    await pane.locator(".norm-list").waitFor({ timeout: 30_000 });
    const cells = await cellsOf(page);
    const live = Object.values(cells).find(({ formula }) => String(formula).startsWith("=KC.DONGIA("));
    expect(live?.value).toBe(Number(changed.replace(/\D/g, "")));
  });

  it("a norm in the workbook is opened again; only the changed cell is written", async () => {
    const before = await cellsOf(page);
    await pane.getByTestId(`norm-edit-${CODE}`).click();
    await pane.locator("li.cost-line[data-kind=labour] input[id$='-quantity']").first().fill("8,25");
    await pane.getByTestId("norm-write").click();
    await pane.getByText(`Đã ghi thay đổi của định mức ${CODE} vào sổ.`).waitFor({ timeout: 30_000 });
    const after = await cellsOf(page);
    const formulas = Object.keys(after).filter((place) => after[place]?.formula !== before[place]?.formula);
    expect(formulas.map((place) => after[place]?.formula)).toEqual([8.25]);
    expect(Object.keys(after).sort()).toEqual(Object.keys(before).sort());
  });

  it("an imported price list reaches the cells at once; a wrong one is refused by its cell", async () => {
    const price = async () =>
      Object.values(await cellsOf(page)).find(({ formula }) => String(formula).startsWith("=KC.DONGIA("))
        ?.value;
    const before = await price();
    await pane.getByTestId("norm-books").locator("summary").click();
    const choose = (rows: string) =>
      pane.locator("input[data-kind=prices]").setInputFiles({
        name: "gia.csv",
        mimeType: "text/csv",
        buffer: Buffer.from(`type,resource,price_dong\n${rows}\n`),
      });
    await choose("NC,*,150.000");
    await expect
      .poll(() => wordsOf(pane.getByTestId("norm-books")), { timeout: 20_000 })
      .toContain("gia.csv C2");
    expect(await price()).toBe(before);
    await choose('NC,"Viên chức loại A1, hệ số 3,00",1500000');
    await expect
      .poll(() => wordsOf(pane.getByTestId("norm-books")), { timeout: 20_000 })
      .toContain("Đã nhập 1 giá");
    expect(Number(await price())).toBeGreaterThan(Number(before));
    await picture(page, "norms-list");
    await expectAccessible(page);
  });

  it("the workbook is frozen to figures and thawed to the same formulas", async () => {
    const before = await cellsOf(page);
    expect(formulasIn(before).length).toBeGreaterThan(5);
    await pane.getByTestId("tab-draft").click();
    await pane.getByTestId("freeze-panel").locator("summary").click();
    await pane.getByTestId("freeze").click();
    await pane.getByTestId("frozen").waitFor({ timeout: 30_000 });
    const frozen = await cellsOf(page);
    expect(formulasIn(frozen)).toEqual([]);
    for (const [place, { value }] of Object.entries(before))
      expect(frozen[place]?.value ?? "", place).toBe(value);
    await picture(page, "frozen");
    await pane.getByTestId("thaw").click();
    await pane.getByTestId("freeze").waitFor({ timeout: 30_000 });
    const thawed = await cellsOf(page);
    expect(formulasIn(thawed)).toEqual(formulasIn(before));
    expect(opened.errors).toEqual([]);
  });
});
