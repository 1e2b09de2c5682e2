import { afterEach, expect, test, vi } from "vitest";
import { day } from "../../shared/kernel/date.ts";
import { dong } from "../../shared/kernel/money.ts";
import { quantity } from "../../shared/kernel/quantity.ts";
import { builtinLawBook } from "../../shared/law/book.ts";
import { buildFlatWorkbook, costRowValues } from "../../shared/workbook/build.ts";
import { COST_SHEET, DE_AN_SHEET } from "../../shared/workbook/template.ts";
import { fakeGrid } from "../workbench/office-host/fake-grid.ts";
import { createContext } from "../workbench/office-host/workbook.ts";
import { rowHeightPoints, writeLines } from "./write-rows.ts";

afterEach(() => vi.unstubAllGlobals());

test("a short cost line stands on one line, a long one on as many as it needs", () => {
  expect(rowHeightPoints(COST_SHEET, { item: "Máy ép" })).toBe(17 + 6);
  expect(rowHeightPoints(COST_SHEET, { item: "x".repeat(100) })).toBe(3 * 17 + 6);
});

test("a đề án has room for the citation its formula will give, and nothing grows without end", () => {
  expect(rowHeightPoints(DE_AN_SHEET, { name: "Ngắn" })).toBe(4 * 17 + 6);
  expect(rowHeightPoints(DE_AN_SHEET, { name: "x".repeat(5000) })).toBe(12 * 17 + 6);
});

const costLine = (n: number) => ({
  deAnCode: "DA01",
  item: `Khoản ${n}`,
  unit: "máy",
  quantity: quantity(1),
  unitPriceDong: dong(1_000_000),
  supportDong: dong(0),
});

test("twenty lines into a workbook of two thousand are one batch: one sync, below the last line", async () => {
  const grid = fakeGrid();
  grid.addSheet(COST_SHEET.name);
  const context = createContext(grid) as unknown as Excel.RequestContext;
  const sync = vi.spyOn(context, "sync");
  vi.stubGlobal("Excel", { run: (work: (c: Excel.RequestContext) => unknown) => work(context) });
  vi.stubGlobal("Office", {});
  const info = { province: "Quảng Ninh", organisation: "Trung tâm", year: 2018, asOf: day("2018-01-15") };
  const costLines = Array.from({ length: 2000 }, (_, index) => costLine(index));
  const workbook = buildFlatWorkbook({ info, deAn: [], costLines }, builtinLawBook());
  const rows = Array.from({ length: 20 }, (_, index) => costRowValues(costLine(index)));
  const [placed] = await writeLines(workbook, { append: [{ def: COST_SHEET, rows }] }, () => undefined);
  expect(sync).toHaveBeenCalledTimes(1);
  expect(placed).toMatchObject({ firstRow: 2005, rowCount: 20 });
});
