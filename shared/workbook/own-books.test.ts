import { describe, expect, it } from "vitest";
import { day } from "../kernel/date.ts";
import type { FlatCell, FlatWorkbook } from "../kernel/flat.ts";
import { dong } from "../kernel/money.ts";
import { quantity } from "../kernel/quantity.ts";
import { builtinLawBook } from "../law/book.ts";
import { builtinNormBooks, illustrativePriceBooks } from "../norms/builtin.ts";
import { readNorm } from "../norms/book.ts";
import { readPrice } from "../norms/prices.ts";
import { buildFlatWorkbook, type NormLineDraft, type PriceDraft } from "./build.ts";
import { explainCell } from "./explain.ts";
import { judgeWorkbook } from "./judge.ts";
import { ownBooksOf, withOwnBooks } from "./own-books.ts";

const law = builtinLawBook();
const shipped = { norms: builtinNormBooks(), prices: illustrativePriceBooks() };
const JULY = day("2026-07-01");

const paper: PriceDraft = {
  type: "VL",
  code: "VL.GIAY-A4",
  resource: "Giấy A4",
  unit: "ram",
  priceDong: dong(65_000),
  from: day("2026-01-01"),
  source: "Báo giá 12/2026",
};

const labour: NormLineDraft = {
  code: "QN.03.0010",
  name: "Khảo sát một cơ sở",
  serviceUnit: "cơ sở",
  type: "NC",
  resource: "Cán bộ khảo sát",
  unit: "công",
  quantity: quantity(2),
  scale: "A1",
  coefficient: quantity("3"),
};
const sheets: NormLineDraft = {
  code: "QN.03.0010",
  type: "VL",
  resource: "Giấy A4",
  unit: "ram",
  quantity: quantity("0.5"),
  lossPercent: quantity("10"),
};

function book(priceLines: readonly PriceDraft[], normLines: readonly NormLineDraft[] = []): FlatWorkbook {
  const info = { province: "Quảng Ninh", organisation: "Trung tâm", year: 2026, asOf: JULY };
  const line = {
    deAnCode: "DA01",
    item: "Khảo sát",
    unit: "cơ sở",
    quantity: quantity(3),
    unitPriceDong: dong(756_800),
    supportDong: dong(0),
  };
  return buildFlatWorkbook({ info, deAn: [], costLines: [line], priceLines, normLines }, law);
}

function withCell(workbook: FlatWorkbook, sheet: string, address: string, cell: FlatCell): FlatWorkbook {
  return {
    ...workbook,
    sheets: workbook.sheets.map((s) =>
      s.name === sheet ? { ...s, cells: { ...s.cells, [address]: cell } } : s,
    ),
  };
}

describe("own prices", () => {
  it("come before every other list, at every place, and say which cell they stand in", () => {
    const { prices } = withOwnBooks(shipped, ownBooksOf(book([paper])));
    for (const province of [null, "22", "66"]) {
      const found = readPrice(prices, { type: null, resource: "giấy a4", province, date: JULY });
      if (!found.ok) throw new Error(found.error.vi);
      expect(found.value.entry.priceDong).toBe(65_000);
      expect(found.value.entry.source).toBe("ô KC_DonGia!E5, Báo giá 12/2026");
      expect(found.value.book.title).toBe("Bảng giá của sổ làm việc này");
    }
    const other = readPrice(prices, { type: "VL", resource: "Bút bi", province: null, date: JULY });
    expect(other.ok && other.value.entry.priceDong).toBe(5_000);
  });

  it("are not replaced by another list at a time they do not hold", () => {
    const { prices } = withOwnBooks(shipped, ownBooksOf(book([paper])));
    const date = day("2025-12-31");
    expect(readPrice(prices, { type: "VL", resource: "Giấy A4", province: null, date }).ok).toBe(false);
  });

  it("take a whole type with “*”", () => {
    const { prices } = withOwnBooks(shipped, ownBooksOf(book([{ ...paper, code: null, resource: "*" }])));
    const found = readPrice(prices, { type: "VL", resource: "Bút bi", province: "22", date: JULY });
    expect(found.ok && found.value.entry.priceDong).toBe(65_000);
  });

  it("leave out a wrong row, cell by cell, and keep the others", () => {
    const wrong: PriceDraft[] = [
      { ...paper, type: null },
      { ...paper, resource: "Mực in", priceDong: null, source: null },
      { ...paper, from: day("2026-01-01") },
      paper,
      { ...paper, resource: "Máy in", depreciationDong: dong(1) },
    ];
    const own = ownBooksOf(book(wrong));
    expect(own.findings.map((f) => [f.rule, f.where.cell])).toEqual([
      ["KC-NK-005", "A5"],
      ["KC-NK-004", "I6"],
      ["KC-NK-006", "E6"],
      ["KC-NK-010", "C8"],
      ["KC-NK-015", "F9"],
    ]);
    expect(own.prices?.prices.map((entry) => entry.resource)).toEqual(["Giấy A4"]);
  });
});

describe("own norms", () => {
  it("are a proposal, priced with the own prices and pay by law", () => {
    const own = ownBooksOf(book([paper], [labour, sheets]));
    expect(own.findings).toEqual([]);
    expect(own.norms).toMatchObject({ status: "de-xuat", label: "đề xuất, chưa ban hành" });
    const reading = readNorm(withOwnBooks(shipped, own).norms, "QN.03.0010", day("2018-01-01"));
    expect(reading.ok && reading.value.norm.lines).toHaveLength(2);
  });

  it("come before a shipped draft and never before an issued norm", () => {
    const draft = shipped.norms.find((one) => one.status !== "ban-hanh")?.norms[0]?.code ?? "";
    const issued = shipped.norms.find((one) => one.status === "ban-hanh");
    const code = issued?.norms[0]?.code ?? "";
    const own = ownBooksOf(
      book(
        [paper],
        [
          { ...labour, code: draft },
          { ...labour, code },
        ],
      ),
    );
    const { norms } = withOwnBooks(shipped, own);
    const bookOf = (wanted: string) => {
      const reading = readNorm(norms, wanted, day("2026-11-23"));
      return reading.ok ? reading.value.book.id : reading.error.vi;
    };
    expect(bookOf(draft)).toBe("SO-LAM-VIEC-DINH-MUC");
    expect(bookOf(code)).toBe(issued?.id);
  });

  it("are left out as a whole when a line is wrong, with the cell named", () => {
    const own = ownBooksOf(
      book(
        [paper],
        [
          labour,
          { ...sheets, recoveryPercent: quantity("-1") },
          { ...labour, code: "QN.2", lossPercent: quantity(5) },
          { ...labour, code: "QN.3", serviceUnit: null },
          { ...labour, code: "QN.4", unit: "tháng" },
          { ...labour, code: "QN.5", coefficient: null },
        ],
      ),
    );
    expect(own.norms).toBeNull();
    expect(own.findings.map((f) => [f.rule, f.where.cell])).toEqual([
      ["KC-NK-015", "J7"],
      ["KC-NK-004", "M10"],
      ["KC-NK-016", "H6"],
      ["KC-NK-016", "A8"],
      ["KC-NK-016", "H9"],
    ]);
  });
});

/** 2 công × 360.525 (A1 3,00; 2.530.000; 23,5 %; ÷ 26) + 0,5 × 1,1 × 65.000 = 721.050 + 35.750. */
const UNIT_PRICE = 756_800;
const FORMULA = '=KC.DONGIA("QN.03.0010",KC_ThongTin!$B$4,KC_ThongTin!$B$7)';

describe("a formula in a typed cell", () => {
  const live = (value: number) =>
    withCell(book([paper], [labour, sheets]), "KC_DuToan", "E5", { value, formula: FORMULA });
  const stale = (workbook: FlatWorkbook) =>
    judgeWorkbook(workbook, law, shipped.norms).differences.filter((d) => d.where.cell === "E5");

  it("shows at the server the figure of the cell", () => {
    expect(stale(live(UNIT_PRICE))).toEqual([]);
  });

  it("is a difference when the own price changed and the cell did not", () => {
    const changed = withCell(live(UNIT_PRICE), "KC_DonGia", "E5", { value: 75_000 });
    expect(stale(changed)).toMatchObject([
      { column: "Đơn giá", foundValue: UNIT_PRICE, expectedValue: 762_300, differenceDong: -5_500 },
    ]);
    const finding = judgeWorkbook(changed, law, shipped.norms).findings.find((f) => f.where.cell === "E5");
    expect(finding).toMatchObject({ rule: "KC-TT-001", severity: "error" });
  });

  it("is left alone when a part of it cannot be worked out again", () => {
    const unknown = { value: 5, formula: '=KC.GIA("Vàng miếng","22",KC_ThongTin!$B$7)' };
    expect(stale(withCell(live(UNIT_PRICE), "KC_DuToan", "E5", unknown))).toEqual([]);
  });

  it("is explained down to the cells of the own sheets", () => {
    const at = { sheet: "KC_DuToan", address: "E5" };
    const tree = explainCell(live(UNIT_PRICE), at, { law, ...shipped, today: null });
    if (tree === null) throw new Error("no tree");
    const texts = JSON.stringify(tree);
    expect(texts).toContain("ô KC_DonGia!E5, Báo giá 12/2026 (Bảng giá của sổ làm việc này");
    expect(texts).toContain("Định mức của sổ làm việc này, trang KC_DinhMuc (đề xuất, chưa ban hành)");
  });
});
