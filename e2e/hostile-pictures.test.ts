/** What strangers write, where it is drawn or chosen among: the tab Phân bổ and every drawing of the console. Real Chromium, policy off. */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { day } from "../shared/kernel/date.ts";
import type { FlatWorkbook } from "../shared/kernel/flat.ts";
import { dong } from "../shared/kernel/money.ts";
import { quantity } from "../shared/kernel/quantity.ts";
import { builtinLawBook } from "../shared/law/book.ts";
import { buildFlatWorkbook } from "../shared/workbook/build.ts";
import { writeXlsx } from "../shared/workbook/xlsx/index.ts";
import { openBrowser, picture } from "./lib/browser.ts";
import { MARK, PAYLOADS, all, expectUntouched, first, signIn, watch } from "./lib/hostile.ts";
import { openExample, openWorkbench, wordsOf } from "./lib/pane.ts";

/** Texts a spreadsheet would compute if they were typed into it. */
const FORMULAS = ["=1+1", '=HYPERLINK("http://evil.example","x")', "+84 912", "@SUM(A1)"] as const;
const REASON = "Lý do thử";
const PATIENCE = { timeout: 30_000 };

/** Names, places and trades of strangers; more is asked for than there is money. */
function hostileChoice(): FlatWorkbook {
  const texts = [...PAYLOADS, ...FORMULAS];
  const code = (at: number) => `DA${String(at + 1).padStart(2, "0")}`;
  const text = (at: number) => texts[at % texts.length] ?? "";
  return buildFlatWorkbook(
    {
      info: {
        province: "Quảng Ninh",
        organisation: first,
        year: 2019,
        asOf: day("2019-01-15"),
        localBudgetDong: dong(500_000_000),
        drafter: all,
      },
      deAn: texts.map((name, at) => ({
        code: code(at),
        name,
        content: 3,
        kind: "MAY-MOC",
        fund: "ĐP",
        count: quantity(1),
        place: text(at + 1),
        beneficiary: text(at + 2),
        trade: text(at + 3),
        start: day("2019-03-01"),
        end: day("2019-10-31"),
        result: text(at + 4),
        source: text(at + 5),
      })),
      costLines: texts.map((_, at) => ({
        deAnCode: code(at),
        item: text(at),
        unit: "máy",
        quantity: quantity(1),
        unitPriceDong: dong(400_000_000 + at * 10_000_000),
        supportDong: dong(150_000_000 + at * 5_000_000),
      })),
    },
    builtinLawBook(),
  );
}

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser(inject("chromium"));
});
afterAll(() => browser?.close());

/** What the second column of KC_PhanBo holds below its header: a text that were a formula would have another value. */
async function namesWritten(page: Page): Promise<readonly unknown[]> {
  const frame = page.frame({ url: /\/workbench\/taskpane\.html/ });
  if (frame === null) throw new Error("no task pane");
  return frame.evaluate(() =>
    Excel.run(async (context) => {
      const used = context.workbook.worksheets.getItem("KC_PhanBo").getUsedRange(true);
      used.load("values");
      await context.sync();
      return used.values.slice(7).map((row) => row[1] as unknown);
    }),
  );
}

describe("the tab Phân bổ with a workbook of strangers", () => {
  it("shows names, places and trades as text, turned, decided and asked, and writes them as text", async () => {
    const watched = await watch(browser, true);
    const { page } = watched;
    const path = join(mkdtempSync(join(tmpdir(), "kc-hostile-")), "so-la.xlsx");
    writeFileSync(path, await writeXlsx(hostileChoice()));
    const pane = await openWorkbench(page);
    await openExample(page, path);
    await pane.getByTestId("tab-allocate").click({ timeout: 60_000 });
    await pane.getByTestId("allocation-summary").waitFor({ timeout: 60_000 });
    const rows = pane.locator("[data-testid^=choice-]");
    expect(await rows.count()).toBe(PAYLOADS.length + FORMULAS.length);
    const heads = (await pane.locator(".choice-head").allInnerTexts()).join("\n");
    for (const text of [...PAYLOADS, ...FORMULAS]) expect(heads).toContain(text);
    await expectUntouched(watched, true);
    await pane.getByTestId("limits").locator("summary").click();
    for (const group of ["diaBan", "nganhNghe"]) {
      await pane.locator("#allocation-group").selectOption(group);
      expect(await wordsOf(pane.getByTestId("limits"))).toContain(first);
      await expectUntouched(watched, true);
    }
    const floor = pane.getByTestId("limits").locator("input").first();
    await floor.fill("999.999.999.999");
    await floor.press("Enter");
    await pane.getByTestId("allocation-failure").waitFor();
    await expectUntouched(watched, true);
    await floor.fill("");
    await floor.press("Enter");
    await pane.getByTestId("allocation-failure").waitFor({ state: "detached" });
    for (const summary of await pane.locator(".choice-row > details > summary").all()) await summary.click();
    const row = pane.getByTestId("choice-DA01");
    await pane.getByTestId("decide-DA01").locator("summary").click();
    await pane.locator('[id="decide-by-DA01"]').fill(all.slice(0, 200));
    await pane.locator('[id="decide-reason-DA01"]').fill(all);
    await pane.getByTestId("decide-DA01").locator("button[value=out]").click();
    await expect.poll(() => wordsOf(row)).toContain(`Không chọn theo quyết định riêng của ${first}`);
    await expectUntouched(watched, true);
    await picture(page, "xss-allocate");
    await pane.getByTestId("criteria").locator("summary").click();
    for (const field of await pane.getByTestId("criteria").locator("[data-testid^=reason-]").all()) {
      await field.fill(REASON);
      await field.press("Enter");
    }
    await pane.getByTestId("allocation-write").click();
    await pane.getByText("Đã ghi vào trang KC_PhanBo.").waitFor(PATIENCE);
    const written = await namesWritten(page);
    for (const text of [...PAYLOADS, ...FORMULAS]) expect(written).toContain(text);
    await expectUntouched(watched, true);
    await watched.context.close();
  });
});

/**
 * Labels of drawings come from our own lists of provinces and units; here the server's real answer is changed on its
 * way, so that each text in it that a drawing may show is hostile.
 */
async function poison(page: Page, path: RegExp, names: readonly string[]): Promise<void> {
  await page.route(path, async (route) => {
    const answer = await route.fetch();
    const wanted = new Set(names);
    const text = JSON.stringify(await answer.json(), (key, value: unknown) =>
      wanted.has(key) && typeof value === "string" ? `${all} ${value}` : value,
    );
    await route.fulfill({ response: answer, body: text });
  });
}

/** Every text of a drawing: words, titles and what is read aloud. */
async function saidBy(drawing: Locator): Promise<string> {
  return drawing.evaluate((root) =>
    [root, ...root.querySelectorAll("*")]
      .flatMap((one) => [one.getAttribute("aria-label"), one.getAttribute("title"), one.textContent])
      .join("\n"),
  );
}

describe("drawings with labels of strangers", () => {
  it("are only text in the distribution of a comparison: its unit, its provinces, its dots", async () => {
    const watched = await watch(browser, true);
    const { page } = watched;
    await signIn(page, "tham-dinh-1");
    await poison(page, /\/api\/v1\/comparisons/, ["label", "unit", "provinceName"]);
    await page.goto("/console/#/so-sanh");
    const spread = page.getByTestId("spread");
    await spread.locator("circle").first().waitFor(PATIENCE);
    expect(await spread.getAttribute("aria-label")).toContain(all);
    expect(await spread.locator("circle title").first().textContent()).toContain(all);
    expect(await spread.locator("script, img, foreignObject, [onload], [onerror]").count()).toBe(0);
    await spread.locator("circle").first().hover();
    await expectUntouched(watched, true);
    await picture(page, "xss-spread");
    await watched.context.close();
  });

  it("are only text on the map of the provinces", async () => {
    const watched = await watch(browser, true);
    const { page } = watched;
    await signIn(page, "tham-dinh-1");
    await poison(page, /\/api\/v1\/plan-summary/, ["provinceName"]);
    await page.goto("/console/#/tong-hop");
    const map = page.getByTestId("province-map");
    await page.getByTestId("map-cell").first().waitFor(PATIENCE);
    expect(await map.locator(".map-name").count()).toBe(34);
    expect(await saidBy(map)).toContain(all);
    expect(await map.locator("script, img, iframe, [onload], [onerror], [onmouseover]").count()).toBe(0);
    await page.getByTestId("map-cell").first().hover({ force: true });
    await expectUntouched(watched, true);
    await picture(page, "xss-map");
    await watched.context.close();
  });

  it("are only text around the bar of a meeting, whose every name and group is hostile", async () => {
    const watched = await watch(browser, true);
    const { page } = watched;
    await signIn(page, "tham-dinh-1");
    await poison(page, /\/api\/v1\/allocation\/meetings/, [
      "title",
      "name",
      "reason",
      "by",
      "note",
      "diaBan",
      "nganhNghe",
    ]);
    await page.goto("/console/#/hop");
    await page.getByText(MARK).first().waitFor(PATIENCE);
    const href = await page.locator('a[href^="#/hop/"]').first().getAttribute("href");
    await page.goto(`/console/${href ?? ""}`);
    await page.locator(".budget-bar").waitFor({ timeout: 60_000 });
    expect(await page.locator(".budget-bar *").count()).toBe(2);
    await page.getByText(MARK).first().waitFor(PATIENCE);
    for (const project of await page.locator(".project summary").all()) await project.click();
    await expectUntouched(watched, true);
    await picture(page, "xss-meeting-bar");
    await watched.context.close();
  });
});
