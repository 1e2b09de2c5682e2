import { describe, expect, it } from "vitest";
import type { FlatCell, FlatWorkbook } from "../kernel/flat.ts";
import { builtinLawBook } from "../law/book.ts";
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

  it("gives findings, never an exception, for amounts beyond exact arithmetic", () => {
    let workbook = withCell(quangNinh(), "KC_DuToan", "D5", { value: -22_517_998 });
    workbook = withCell(workbook, "KC_DuToan", "E5", { value: 400_000_000_000 });
    workbook = withCell(workbook, "KC_DuToan", "G6", { value: 9_007_199_254_740_991 });
    const verdict = judgeWorkbook(workbook, law);
    expect(verdict.counts.error).toBeGreaterThan(0);
  });
});
