/** The consolidated plan and the year report, read back as a reader's program would. */
import { describe, expect, test } from "vitest";
import type { FlatSheet } from "../../shared/kernel/flat.ts";
import { mustOk } from "../../shared/kernel/result.ts";
import { decodeText } from "../../shared/workbook/xlsx/bytes.ts";
import { unmetDemands } from "../../shared/workbook/xlsx/excel/demands.ts";
import { readXlsx } from "../../shared/workbook/xlsx/index.ts";
import { openZip, readPart } from "../../shared/workbook/xlsx/zip.ts";
import { dong } from "../../shared/kernel/money.ts";
import { planRows, type ConsolidatedLine } from "../../shared/plan/consolidated.ts";
import { yearReportFile, type YearReportInput } from "./year-report-sheets.ts";
import { planSummaryFile, type PlanFileLine, type PlanSummaryInput } from "./plan-summary-sheets.ts";

const HOSTILE = '=HYPERLINK("http://x.test";"Bấm")';

function line(change: Partial<PlanFileLine>): PlanFileLine {
  return {
    code: "DA01",
    name: "Ứng dụng máy sấy",
    contentLabel: "Mô hình",
    kindLabel: "Ứng dụng máy móc",
    fund: "QG",
    place: "Quảng Ninh",
    beneficiary: "",
    amount: "1 cơ sở",
    totalDong: 450_000_001,
    supportDong: 200_000_000,
    counterpartDong: 250_000_001,
    otherDong: 0,
    ...change,
  };
}

const FILES = [
  {
    id: "hs_1",
    provinceName: "Quảng Ninh",
    organisationName: "Trung tâm Khuyến công",
    revision: 2,
    stateLabel: "Đã chấp nhận",
    lines: [line({}), line({ code: "DA02", fund: "ĐP", name: HOSTILE, supportDong: 99_999_999 })],
  },
  {
    id: "hs_2",
    provinceName: "@SUM(A1)",
    organisationName: "+cmd",
    revision: 1,
    stateLabel: "Đã quyết toán",
    lines: [line({ code: "-1", supportDong: 1 })],
  },
];

const consolidated = FILES.flatMap(({ provinceName, lines }) =>
  lines.map(
    (each): ConsolidatedLine => ({
      code: each.code,
      name: each.name,
      content: 3,
      kind: "MAY-MOC",
      fund: each.fund as "QG" | "ĐP",
      place: provinceName,
      totalDong: dong(each.totalDong),
      supportDong: dong(each.supportDong),
      counterpartDong: dong(each.counterpartDong),
      otherDong: dong(0),
    }),
  ),
);

const INPUT: PlanSummaryInput = {
  organisationName: "Bộ Công Thương",
  provinceName: "",
  year: 2025,
  scope: "Toàn quốc",
  placeHeader: "Tỉnh, thành phố",
  day: "30/11/2026",
  rows: {
    place: planRows(consolidated, "place"),
    content: planRows(consolidated, "content"),
    fund: planRows(consolidated, "fund"),
  },
  files: FILES,
};

/** What the formula of a cell gives from the stored values of the others: sums and single cells joined by "+". */
function recompute(sheet: FlatSheet, formula: string): number {
  const valueAt = (address: string) => Number(sheet.cells[address]?.value ?? 0);
  const cellsOf = (place: string): number => {
    const [, column = "", from = "0", , to] = /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/.exec(place) ?? [];
    let sum = 0;
    for (let row = Number(from); row <= Number(to ?? from); row += 1) sum += valueAt(`${column}${row}`);
    return sum;
  };
  const inside = /^=?SUM\((.*)\)$/.exec(formula)?.[1];
  const places = inside === undefined ? formula.replace(/^=/, "").split("+") : inside.split(",");
  return places.reduce((sum, place) => sum + cellsOf(place.trim()), 0);
}

function formulasOf(sheet: FlatSheet) {
  return Object.entries(sheet.cells).flatMap(([address, { formula, value }]) =>
    formula === undefined || formula === null ? [] : [{ address, formula, value }],
  );
}

const FIGURES = {
  planned: 2,
  plannedDong: 400_000_001,
  ordered: 2,
  orderedDong: 300_000_001,
  advancedDong: 90_000_000,
  accepted: 1,
  acceptedDong: 200_000_001,
  settled: 1,
  settledDong: 200_000_001,
  stopped: 1,
  toRefundDong: 30_000_000,
  donePercent: "66.6",
};
const row = (label: string) => ({ ...FIGURES, key: label, label, labelEn: label });

const REPORT: YearReportInput = {
  organisationName: "Sở Công Thương",
  provinceName: "Quảng Ninh",
  scope: "Quảng Ninh",
  placeHeader: "Địa bàn",
  day: "30/11/2026",
  report: {
    years: [2025],
    year: 2025,
    provinceCode: "22",
    plan: { submissions: 1, deAn: 2, supportDong: 400_000_001 },
    figures: FIGURES,
    content: [row("Mô hình")],
    place: [row(HOSTILE)],
    fund: [row("Khuyến công địa phương")],
    effective: 0,
  },
  lines: [
    {
      provinceName: "@SUM(A1)",
      code: "-1",
      name: HOSTILE,
      fund: "ĐP",
      stateLabel: "Đã ngừng",
      percent: 30,
      orderedDong: 300_000_001,
      advancedDong: 90_000_000,
      acceptedDong: 200_000_001,
      settledDong: 200_000_001,
      toPayDong: 1,
      toRefundDong: 30_000_000,
      note: "+cmd|'/c calc'!A0",
    },
  ],
};

describe("the year report as a file", () => {
  test("meets what Excel demands", async () => {
    expect(unmetDemands(await yearReportFile(REPORT))).toEqual([]);
  });

  test("every sum is a live formula whose stored value is right; what strangers wrote stays text", async () => {
    const read = mustOk(await readXlsx(await yearReportFile(REPORT)));
    let seen = 0;
    for (const sheet of read.sheets)
      for (const { address, formula, value } of formulasOf(sheet)) {
        expect(formula).toMatch(/^=?(SUM\(|[A-Z]+\d+(\+[A-Z]+\d+)*$)/);
        expect(recompute(sheet, formula), `${sheet.name}!${address} ${formula}`).toBe(value);
        seen += 1;
      }
    expect(seen).toBeGreaterThan(20);
    const cells = read.sheets.flatMap((sheet) => Object.values(sheet.cells));
    for (const text of [HOSTILE, "-1", "+cmd|'/c calc'!A0"]) {
      const found = cells.filter(({ value }) => value === text);
      expect(found.length, text).toBeGreaterThan(0);
      expect(found.every(({ formula }) => formula === undefined || formula === null)).toBe(true);
    }
  });
});

describe("the consolidated plan as a file", () => {
  test("meets what Excel demands", async () => {
    expect(unmetDemands(await planSummaryFile(INPUT))).toEqual([]);
  });

  test("every sum is a live formula whose stored value is right; all sheets end in the same total", async () => {
    const read = mustOk(await readXlsx(await planSummaryFile(INPUT)));
    expect(read.sheets.map(({ name }) => name)).toEqual(["DiaBan", "NoiDung", "Nguon", "DanhMuc", "HoSo"]);
    let seen = 0;
    for (const sheet of read.sheets)
      for (const { address, formula, value } of formulasOf(sheet)) {
        expect(recompute(sheet, formula), `${sheet.name}!${address} ${formula}`).toBe(value);
        expect(Number.isInteger(value)).toBe(true);
        seen += 1;
      }
    expect(seen).toBeGreaterThan(30);
    const support = 200_000_000 + 99_999_999 + 1;
    for (const sheet of read.sheets) {
      const total = Object.entries(sheet.cells).find(([, { value }]) => value === "TỔNG CỘNG")?.[0] ?? "";
      const row = total.replace(/\D/g, "");
      const values = Object.entries(sheet.cells)
        .filter(([address]) => address.replace(/\D/g, "") === row)
        .map(([, { value }]) => value);
      expect(values, sheet.name).toContain(support);
    }
    const texts = read.sheets.flatMap(({ cells }) => Object.values(cells).map(({ value }) => value));
    expect(texts).toContain("Kinh phí khuyến công bằng chữ: Ba trăm triệu đồng.");
  });

  test("a text that looks like a formula stays a text", async () => {
    const read = mustOk(await readXlsx(await planSummaryFile(INPUT)));
    const cells = read.sheets.flatMap((sheet) => Object.values(sheet.cells));
    for (const text of [HOSTILE, "-1"]) {
      const found = cells.filter(({ value }) => value === text);
      expect(found.length, text).toBeGreaterThan(0);
      expect(found.every(({ formula }) => formula === undefined || formula === null)).toBe(true);
    }
    expect(cells.some(({ formula }) => /HYPERLINK|cmd|@SUM/.test(formula ?? ""))).toBe(false);
    expect(cells.some(({ value }) => value === "2. @SUM(A1) – +cmd")).toBe(true);
  });

  test("prints on A4 across with its header on every page", async () => {
    const zip = mustOk(openZip(await planSummaryFile(INPUT)));
    const xml = decodeText(mustOk(readPart(zip, "xl/worksheets/sheet4.xml")) ?? new Uint8Array());
    expect(xml).toMatch(/<pageSetup[^>]*paperSize="9"[^>]*orientation="landscape"[^>]*fitToHeight="0"/);
    const book = decodeText(mustOk(readPart(zip, "xl/workbook.xml")) ?? new Uint8Array());
    expect(book.match(/_xlnm\.Print_Titles/g)).toHaveLength(5);
    expect(book).toContain("DanhMuc!$8:$8");
  });
});
