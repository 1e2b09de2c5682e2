import { describe, expect, it } from "vitest";
import type { FlatCell, FlatWorkbook } from "../kernel/flat.ts";
import { builtinLawBook } from "../law/book.ts";
import { blankWorkbook } from "./blank.ts";
import { demoWorkbooks } from "./demo.ts";
import { judgeWorkbook } from "./judge.ts";

const law = builtinLawBook();

function quangNinh(): FlatWorkbook {
  const demo = demoWorkbooks(law)[0];
  if (demo === undefined) throw new Error("no demo");
  return demo.flat;
}

function withCell(workbook: FlatWorkbook, sheet: string, address: string, cell: FlatCell): FlatWorkbook {
  return {
    ...workbook,
    sheets: workbook.sheets.map((s) =>
      s.name === sheet ? { ...s, cells: { ...s.cells, [address]: cell } } : s,
    ),
  };
}

describe("judgeWorkbook", () => {
  it("judges the plan of 2018: the published totals, no error, nothing to recompute", () => {
    const verdict = judgeWorkbook(quangNinh(), law);
    expect(verdict.counts.error).toBe(0);
    expect(verdict.differences).toEqual([]);
    expect(verdict.totals.byFund.QG).toMatchObject({ count: 4, supportDong: 800_000_000 });
    expect(verdict.totals.byFund.ĐP).toMatchObject({ count: 12, supportDong: 2_000_000_000 });
  });

  it("names the overwritten cell once, and not the sums that only follow it", () => {
    let workbook = withCell(quangNinh(), "KC_DuToan", "F6", { value: 500_000_000 });
    workbook = withCell(workbook, "KC_DuToan", "H6", { value: 300_000_000, formula: "=F6-G6-I6" });
    workbook = withCell(workbook, "KC_DeAn", "M6", { value: 500_000_000, formula: "=SUMIFS(1)" });
    workbook = withCell(workbook, "KC_DeAn", "P6", { value: 300_000_000, formula: "=SUMIFS(1)" });
    const verdict = judgeWorkbook(workbook, law);
    const named = verdict.findings.filter((f) => f.rule === "KC-TT-001").map((f) => f.where.cell);
    expect(named).toEqual(["F6"]);
    expect(verdict.differences.map((d) => [d.where.cell, d.follows === true])).toEqual([
      ["M6", true],
      ["P6", true],
      ["F6", false],
      ["H6", true],
    ]);
  });

  it("still names a sum that was itself overwritten", () => {
    const workbook = withCell(quangNinh(), "KC_DeAn", "M6", { value: 450_000_001 });
    const named = judgeWorkbook(workbook, law).findings.filter((f) => f.rule === "KC-TT-001");
    expect(named.map((f) => [f.where.cell, f.differenceDong])).toEqual([["M6", 1]]);
  });

  it.each([
    [450_000_001, 1],
    [450_000_000.5, undefined],
    [3e-8, undefined],
    [-9_007_199_254_740_991, undefined],
  ])("an overwritten sum of %d differs by %s đồng: there is no part of a đồng", (value, difference) => {
    const workbook = withCell(quangNinh(), "KC_DeAn", "M6", { value });
    const found = judgeWorkbook(workbook, law).findings.find((f) => f.where.cell === "M6");
    expect(found?.rule).toBe("KC-TT-001");
    expect(found?.differenceDong).toBe(difference);
  });

  it("gives findings, never an exception, for amounts beyond exact arithmetic", () => {
    let workbook = withCell(quangNinh(), "KC_DuToan", "D5", { value: -22_517_998 });
    workbook = withCell(workbook, "KC_DuToan", "E5", { value: 400_000_000_000 });
    workbook = withCell(workbook, "KC_DuToan", "G6", { value: 9_007_199_254_740_991 });
    const verdict = judgeWorkbook(workbook, law);
    expect(verdict.counts.error).toBeGreaterThan(0);
  });
});

describe("a file filled in without the add-in", () => {
  const typed = (
    cells: Readonly<Record<string, Readonly<Record<string, string | number>>>>,
  ): FlatWorkbook => ({
    sheets: blankWorkbook(law).sheets.map((sheet) => ({
      ...sheet,
      cells: {
        ...sheet.cells,
        ...Object.fromEntries(
          Object.entries(cells[sheet.name] ?? {}).map(([address, value]) => [address, { value }]),
        ),
      },
    })),
  });
  const BOOK = {
    KC_ThongTin: { B4: "Quảng Ninh", B5: "Trung tâm Khuyến công", B6: 2018, B7: "15/01/2018" },
    KC_DeAn: {
      A5: "DA01",
      B5: "Máy ép gốm",
      C5: 3,
      D5: "MAY-MOC",
      E5: "QG",
      F5: 1,
      G5: "Quảng Ninh",
      I5: "Cơ sở A",
      J5: "Gốm sứ",
    },
    KC_DuToan: { A5: "DA01", B5: "Máy ép", C5: "máy", D5: 1, E5: 400_000_000, G5: 200_000_000 },
  };

  it("may leave every computed cell blank: the figures are worked out and nothing blocks", () => {
    const verdict = judgeWorkbook(typed(BOOK), law);
    expect(verdict.findings.filter(({ severity }) => severity !== "info")).toEqual([]);
    expect(verdict.totals.all).toMatchObject({
      totalDong: 400_000_000,
      supportDong: 200_000_000,
      counterpartDong: 200_000_000,
    });
  });

  it("is held to its ceiling all the same, to the đồng", () => {
    const over = { ...BOOK, KC_DuToan: { ...BOOK.KC_DuToan, G5: 200_000_001 } };
    const [first] = judgeWorkbook(typed(over), law).findings;
    expect(first).toMatchObject({ rule: "KC-MH-001", severity: "error", differenceDong: 1 });
  });

  it("answers for a figure it types itself", () => {
    const wrong = { ...BOOK, KC_DuToan: { ...BOOK.KC_DuToan, F5: 400_000_001 } };
    const found = judgeWorkbook(typed(wrong), law).findings.find(({ where }) => where.cell === "F5");
    expect(found).toMatchObject({ severity: "error", differenceDong: 1 });
  });
});
