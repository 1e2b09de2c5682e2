import { describe, expect, it } from "vitest";
import { day } from "../kernel/date.ts";
import { builtinLawBook } from "../law/book.ts";
import { draftBook } from "../norms/books/du-thao-khuyen-cong.ts";
import { bookToCsv } from "../norms/convert.ts";
import { writeCsv } from "../norms/csv.ts";
import { gridFromCsv, gridFromSheet } from "../norms/grid.ts";
import { appendRows } from "./book-append.ts";
import { exportBooksJson, exportBooksWorkbook, exportNormsCsv, exportPricesCsv } from "./book-export.ts";
import { importNorms, importPrices, listSheetOf } from "./book-import.ts";
import { blankWorkbook } from "./blank.ts";
import { ownBooksOf } from "./own-books.ts";
import { NORM_SHEET, PRICE_SHEET } from "./template.ts";
import { readXlsx, writeXlsx } from "./xlsx/index.ts";

const LAW = builtinLawBook();
const FACTS = { from: day("2026-01-01"), source: "Công bố giá quý I" };
const DAY = day("2026-02-01");

function imported(norms: string, prices: string) {
  const lines = importNorms(gridFromCsv(norms, "dm.csv"));
  const list = importPrices(gridFromCsv(prices, "gia.csv"), FACTS);
  const one = appendRows(blankWorkbook(LAW), NORM_SHEET, lines.rows, LAW);
  if (!one.ok) throw new Error(one.error.vi);
  const two = appendRows(one.value, PRICE_SHEET, list.rows, LAW);
  if (!two.ok) throw new Error(two.error.vi);
  return { workbook: two.value, findings: [...lines.findings, ...list.findings] };
}

const NORMS =
  "code,type,resource,unit,qty\nQN.1,NC,Kỹ sư,công,2.5\nQN.1,VL,Giấy,ram,-\nQN.1,NC,Gián tiếp,%,10\n";
const PRICES = "type,resource,price_dong\nNC,Kỹ sư,400000\nVL,*,50000\n";

describe("a norm book and a price list from files", () => {
  it("go into the sheets and come out as the same files", () => {
    const { workbook, findings } = imported(NORMS, PRICES);
    expect(findings.filter((f) => f.severity === "error")).toEqual([]);
    const norms = exportNormsCsv(workbook);
    expect(norms.ok && norms.value?.replaceAll("\r", "")).toBe(NORMS);
    expect(exportPricesCsv(workbook, DAY)?.replaceAll("\r", "")).toBe(PRICES);
    expect(exportPricesCsv(workbook, day("2025-12-31"))?.trim().split("\n")).toHaveLength(1);
    expect(ownBooksOf(workbook).findings).toEqual([]);
  });

  it("the whole shipped draft book goes in and comes out line for line", () => {
    const csv = bookToCsv(draftBook());
    if (!csv.ok) throw new Error(csv.error.vi);
    const { workbook, findings } = imported(csv.value, PRICES);
    expect(findings.filter((f) => f.severity === "error")).toEqual([]);
    const again = exportNormsCsv(workbook);
    const lines = (text: string | null | false) =>
      (text === null || text === false ? [] : text.split(/\r?\n/)).sort();
    expect(lines(again.ok && again.value)).toEqual(lines(csv.value));
  });

  it("through .xlsx, with the columns of the sheets, nothing is lost", async () => {
    const { workbook } = imported(NORMS, PRICES);
    const exported = exportBooksWorkbook(workbook);
    if (exported === null) throw new Error("nothing exported");
    const read = await readXlsx(await writeXlsx(exported));
    if (!read.ok) throw new Error(read.error.vi);
    const sheet = listSheetOf(read.value.sheets, "norms");
    const lines = importNorms(gridFromSheet(sheet ?? { name: "", cells: {} }));
    expect(lines).toMatchObject({ names: ["QN.1"], firsts: [0], findings: [] });
    const own = appendRows(blankWorkbook(LAW), NORM_SHEET, lines.rows, LAW);
    expect(own.ok && ownBooksOf(own.value).norms?.norms[0]?.lines).toEqual(
      ownBooksOf(workbook).norms?.norms[0]?.lines,
    );
    const prices = importPrices(
      gridFromSheet(listSheetOf(read.value.sheets, "prices") ?? { name: "", cells: {} }),
      FACTS,
    );
    expect(prices).toMatchObject({ names: ["Kỹ sư", "*"], findings: [] });
    expect(JSON.parse(exportBooksJson(workbook) ?? "{}")).toMatchObject({ norms: { status: "de-xuat" } });
  });

  it.each([
    ["code,type,resource,unit,qty\nQN.1,XX,Kỹ sư,công,2\n", "KC-NK-005", "B2"],
    ["code,type,resource,unit,qty\nQN.1,NC,Kỹ sư,công,1.234,5\n", "KC-NK-003", "F2"],
    ["code,type,resource,unit,qty\nQN.1,NC,Kỹ sư,tháng,2\n", "KC-NK-016", undefined],
    ["Mã định mức,Loại hao phí,Hao phí,Đơn vị tính,Định mức\nQN.1,NC,Kỹ sư,công,hai\n", "KC-NK-006", "E2"],
    ["một,hai\n1,2\n", "KC-NK-001", undefined],
    ["", "KC-NK-001", undefined],
  ])("names the cell of what is wrong and gives no lines: %s", (text, rule, cell) => {
    const { rows, findings } = importNorms(gridFromCsv(text, "dm.csv"));
    expect(rows).toEqual([]);
    const rules = findings.map((finding) => finding.rule);
    expect(rules).toContain(rule);
    if (cell !== undefined)
      expect(findings.find((f) => f.rule === rule)?.where).toMatchObject({ sheet: "dm.csv", cell });
  });

  it("a price that may be a thousand times off is asked about, never guessed", () => {
    const { rows, findings } = importPrices(
      gridFromCsv("type,resource,price_dong\nNC,Kỹ sư,400.000\n", "gia.csv"),
      FACTS,
    );
    expect(rows).toEqual([]);
    expect(findings[0]).toMatchObject({ rule: "KC-NK-008", where: { cell: "C2" } });
  });

  it("a CSV with the columns of the price sheet keeps each date and source", () => {
    const csv = writeCsv([
      ["Loại hao phí", "Hao phí", "Đơn vị tính", "Đơn giá", "Áp dụng từ ngày", "Nguồn giá"],
      ["M", "Máy in", "ca", "120000", "01/03/2026", "Báo giá 12"],
    ]);
    const { rows, findings } = importPrices(gridFromCsv(csv, "gia.csv"), FACTS);
    expect(findings).toEqual([]);
    expect(rows[0]).toMatchObject({ type: "M", price: 120_000, source: "Báo giá 12" });
  });
});
