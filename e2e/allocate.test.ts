/** The tab Phân bổ: chosen, explained, turned, decided, written, taken back, kept, recomputed, stopped and offline. */
import { readFile } from "node:fs/promises";
import type { Browser, Frame, FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { allocate } from "../shared/allocation/allocate.ts";
import { parseAllocation } from "../shared/allocation/read-file.ts";
import { mustOk } from "../shared/kernel/result.ts";
import { expectAccessible, guidePicture, openBrowser, openPage, type Opened } from "./lib/browser.ts";
import { dragPaneTo, openExample, openWorkbench, wordsOf } from "./lib/pane.ts";

const WIDTHS = [320, 400, 600];
/** Taking back reads the whole workbook again. */
const PATIENCE = { timeout: 30_000 };
const REASON = "Nghị quyết của hội đồng xét chọn";

describe("the tab Phân bổ", () => {
  let browser: Browser;
  let opened: Opened;
  let page: Page;
  let pane: FrameLocator;
  /** Scripts that may compile WebAssembly. */
  const compiling: string[] = [];

  function frame(): Frame {
    const found = page.frame({ url: /\/workbench\/taskpane\.html/ });
    if (found === null) throw new Error("no task pane");
    return found;
  }

  async function openTab(): Promise<void> {
    await pane.getByTestId("tab-allocate").click();
    await pane.getByTestId("allocation-summary").waitFor({ timeout: 60_000 });
  }

  const pointsNow = () => pane.getByTestId("allocation-points").innerText();

  async function budgetTo(fund: string, amount: string): Promise<void> {
    const field = pane.getByTestId(`budget-${fund}`);
    await field.fill(amount);
    await field.press("Enter");
  }

  /** Column A of the sheet, or null where there is none. */
  function columnOf(sheet: string): Promise<string[] | null> {
    return frame().evaluate(
      (name) =>
        Excel.run(async (context) => {
          const found = context.workbook.worksheets.getItemOrNullObject(name);
          const used = found.getUsedRangeOrNullObject(true);
          used.load("values");
          await context.sync();
          if (found.isNullObject) return null;
          return used.isNullObject ? [] : used.values.map((row) => String(row[0]));
        }),
      sheet,
    );
  }

  beforeAll(async () => {
    browser = await openBrowser(inject("chromium"));
    opened = await openPage(browser, { width: 1366, height: 900 }, inject("origin"));
    ({ page } = opened);
    page.on("response", (response) => {
      const policy = response.headers()["content-security-policy"] ?? "";
      if (policy.includes("wasm-unsafe-eval")) compiling.push(new URL(response.url()).pathname);
    });
    pane = await openWorkbench(page);
    await openExample(page, "examples/quang-ninh-2018.xlsx");
    await pane.getByTestId("new-de-an").waitFor({ timeout: 60_000 });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
  });

  it("chooses with the workbook's money, proven, with a reason for every đề án", async () => {
    await openTab();
    const rows = pane.locator("[data-testid^=choice-]");
    const all = await rows.count();
    expect(all).toBeGreaterThan(5);
    expect(await pane.locator(".choice-why").count()).toBe(all);
    for (const why of await pane.locator(".choice-why").allInnerTexts())
      expect(why).toMatch(/^(Được chọn|Không chọn|Không đủ điều kiện)/);
    expect(await wordsOf(pane.getByTestId("allocation-proof"))).toMatch(/Đã chứng minh.*hở 0 %/s);
    // The solver's script alone may compile WebAssembly.
    expect(
      [...new Set(compiling)].every((path) => /^\/assets\/allocation-worker-[\w-]+\.js$/.test(path)),
    ).toBe(true);
    expect(compiling.length).toBeGreaterThan(0);
    await expectAccessible(page);
  });

  it("says what more or less money does, and what would bring a đề án in", async () => {
    const before = await pointsNow();
    await budgetTo("ĐP", "300.000.000");
    await expect.poll(pointsNow, PATIENCE).not.toBe(before);
    await pane.getByTestId("allocation-more").waitFor();
    expect(await wordsOf(pane.getByTestId("allocation-more"))).toContain("Nếu thêm 200 triệu thì");
    const out = await pane.getByTestId("allocation-out").locator(".choice-why").allInnerTexts();
    expect(out.join("\n")).toMatch(/Vào danh sách nếu giảm [\d.]+ đ hoặc thêm [\d,]+ điểm/);
    await budgetTo("ĐP", "ba trăm triệu");
    expect(await pane.getByTestId("budget-ĐP").getAttribute("aria-invalid")).toBe("true");
    await budgetTo("ĐP", "300.000.000");
  });

  it("is turned by keyboard: a slider of a weight, a ceiling, a decision with its name and reason", async () => {
    const before = await pointsNow();
    await pane.getByTestId("criteria").locator("summary").press("Enter");
    expect(await wordsOf(pane.getByTestId("criteria"))).toContain("không văn bản nào quy định");
    await pane.getByTestId("weight-doiUng").focus();
    await page.keyboard.press("ArrowRight");
    await expect.poll(pointsNow, PATIENCE).not.toBe(before);
    await pane.getByTestId("limits").locator("summary").press("Enter");
    await pane.locator("#allocation-group").selectOption("noiDung");
    const floor = pane.getByTestId("limits").locator("input").first();
    await floor.fill("999.999.999.999");
    await floor.press("Enter");
    await pane.getByTestId("allocation-failure").waitFor();
    expect(await wordsOf(pane.getByTestId("allocation-failure"))).toContain(
      "Không thể đạt mức sàn: nội dung",
    );
    await floor.fill("");
    await floor.press("Enter");
    await pane.getByTestId("allocation-failure").waitFor({ state: "detached" });
    const out = pane.getByTestId("allocation-out").locator(".choice-row:not(:has(.badge))").first();
    const id = ((await out.getAttribute("data-testid")) ?? "").replace("choice-", "");
    const row = pane.getByTestId(`choice-${id}`);
    await row.locator("summary").first().click();
    await pane.getByTestId(`decide-${id}`).locator("summary").click();
    await pane.locator(`[id="decide-by-${id}"]`).fill("Chủ tịch hội đồng");
    await pane.locator(`[id="decide-reason-${id}"]`).fill("Cam kết năm trước");
    await pane.getByTestId(`decide-${id}`).locator("button[value=out]").click();
    await expect.poll(() => wordsOf(row)).toContain("Không chọn theo quyết định riêng của Chủ tịch hội đồng");
    expect(await wordsOf(row)).toContain("Quyết định riêng");
  });

  it("asks why each weight, writes the sheet in one step and takes it back", async () => {
    await pane.getByTestId("allocation-write").click();
    await pane.getByText("Ghi lý do trọng số trước").waitFor();
    for (const field of await pane.getByTestId("criteria").locator("[data-testid^=reason-]").all()) {
      await field.fill(REASON);
      await field.press("Enter");
    }
    await pane.getByTestId("allocation-write").click();
    await pane.getByText("Đã ghi vào trang KC_PhanBo.").waitFor({ timeout: 30_000 });
    const written = (await columnOf("KC_PhanBo")) ?? [];
    expect(written[0]).toBe("KẾT QUẢ PHÂN BỔ KINH PHÍ");
    expect(written[1]).toMatch(/^Tính lúc \d\d\/\d\d\/\d{4} \d\d:\d\d · .*2018/);
    expect(written[2]).toMatch(/SHA-256\): [0-9a-f]{64}$/);
    expect(written[3]).toContain(REASON);
    await pane.getByTestId("allocation-summary").scrollIntoViewIfNeeded();
    await guidePicture(page, "phan-bo");
    await pane.locator("fluent-button", { hasText: "Hoàn tác" }).click();
    await expect
      .poll(() => wordsOf(pane.getByTestId("undo-news")), PATIENCE)
      .toContain("ghi kết quả phân bổ");
    expect(await columnOf("KC_PhanBo")).toBeNull();
  });

  it("exports a file a terminal computes to the same points, and opens it again", async () => {
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      pane.getByTestId("allocation-export").click(),
    ]);
    const text = await readFile(await download.path(), "utf8");
    const again = mustOk(allocate(mustOk(parseAllocation(text)), { reasons: "plain" }));
    expect(String(again.value).replace(".", ",")).toBe(await pointsNow());
    const half = { ...mustOk(parseAllocation(text)), ceilings: [], budgetDong: 200_000_000 };
    await pane.getByTestId("allocation-import").setInputFiles({
      name: "a.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify(half)),
    });
    await pane.getByText("Đang xem một tệp phân bổ").waitFor();
    const expected = mustOk(allocate(half, { reasons: "plain" })).value;
    await expect.poll(pointsNow, PATIENCE).toBe(String(expected).replace(".", ","));
    await pane.locator("fluent-button", { hasText: "Về số liệu của sổ" }).click();
    await expect.poll(pointsNow, PATIENCE).toBe(String(again.value).replace(".", ","));
  });

  it("is whole at every width, and computes without a network", async () => {
    for (const width of WIDTHS) {
      await dragPaneTo(page, width);
      const { scrollWidth, clientWidth, tabs, room } = await frame().evaluate(() => {
        const strip = document.querySelector(".tabs");
        const { scrollWidth: wide, clientWidth: shown } = document.documentElement;
        return {
          scrollWidth: wide,
          clientWidth: shown,
          tabs: strip?.scrollWidth ?? 0,
          room: strip?.clientWidth ?? 0,
        };
      });
      expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
      expect(tabs).toBeLessThanOrEqual(room);
    }
    await page.setViewportSize({ width: 1366, height: 1000 });
    await opened.context.setOffline(true);
    const before = await pointsNow();
    await budgetTo("ĐP", "520.000.000");
    await expect.poll(pointsNow, PATIENCE).not.toBe(before);
    await opened.context.setOffline(false);
  });

  it("keeps what was set when the pane is closed and opened again", async () => {
    await frame().evaluate(() => window.location.reload());
    await openTab();
    expect(await pane.getByTestId("budget-ĐP").inputValue()).toBe("520.000.000");
    await pane.getByTestId("criteria").locator("summary").click();
    expect(await pane.getByTestId("reason-doiUng").inputValue()).toBe(REASON);
    expect(opened.errors).toEqual([]);
  });
});
