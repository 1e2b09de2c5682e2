import { expect, test } from "vitest";
import { day } from "../../shared/kernel/date.ts";
import type { FlatWorkbook } from "../../shared/kernel/flat.ts";
import { dong } from "../../shared/kernel/money.ts";
import { quantity } from "../../shared/kernel/quantity.ts";
import type { LawBook } from "../../shared/law/types.ts";
import { buildFlatWorkbook, costRowValues } from "../../shared/workbook/build.ts";
import { COST_SHEET, DE_AN_SHEET } from "../../shared/workbook/template.ts";
import { placeLines } from "./place-rows.ts";

const law: LawBook = { version: "test", documents: [], parameters: [] };
const info = { province: "Quảng Ninh", organisation: "Trung tâm", year: 2018, asOf: day("2018-06-30") };
const cost = {
  deAnCode: "DA01",
  item: "Máy ép",
  unit: "máy",
  quantity: quantity(2),
  unitPriceDong: dong(100_000_000),
  supportDong: dong(50_000_000),
};

function workbook(costCount: number): FlatWorkbook {
  return buildFlatWorkbook({ info, deAn: [], costLines: Array.from({ length: costCount }, () => cost) }, law);
}

test("lines go after the last used one, formulas live", () => {
  const placed = placeLines(workbook(2), { def: COST_SHEET, rows: [costRowValues(cost)] });
  expect(placed.firstRow).toBe(7);
  expect(placed.segments).toHaveLength(1);
  expect(placed.segments[0]?.address).toBe("A7:J7");
  expect(placed.segments[0]?.entries[0]).toEqual([
    "DA01",
    "Máy ép",
    "máy",
    2,
    100_000_000,
    "=KC.THANHTIEN(D7,E7)",
    50_000_000,
    "=F7-G7-I7",
    "",
    "",
  ]);
});

/** The person's own column B, everything from B on moved to the right. */
function withOwnColumn(flat: FlatWorkbook): FlatWorkbook {
  return {
    sheets: flat.sheets.map((sheet) => {
      if (sheet.name !== COST_SHEET.name) return sheet;
      const cells = Object.entries(sheet.cells).map(([address, cell]) => {
        const [, letter = "", row = ""] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
        return [
          letter === "A" ? address : `${String.fromCharCode(letter.charCodeAt(0) + 1)}${row}`,
          cell,
        ] as const;
      });
      return {
        ...sheet,
        cells: { ...Object.fromEntries(cells), B4: { value: "Người phụ trách" }, B9: { value: "An" } },
      };
    }),
  };
}

test("own columns are left alone, own notes below push the line down, formulas follow the columns", () => {
  const moved = withOwnColumn(workbook(1));
  const placed = placeLines(moved, { def: COST_SHEET, rows: [costRowValues(cost)] });
  expect(placed.firstRow).toBe(10);
  expect(placed.segments.map((segment) => segment.address)).toEqual(["A10:A10", "C10:K10"]);
  expect(placed.segments[1]?.entries[0]).toContain("=KC.THANHTIEN(E10,F10)");
  const deAn = placeLines(moved, { def: DE_AN_SHEET, rows: [{ code: "DA02" }] });
  expect(deAn.segments[0]?.entries[0]?.[12]).toBe(
    "=SUMIFS(KC_DuToan!$G$5:$G$5004,KC_DuToan!$A$5:$A$5004,$A5)",
  );
});

test("the as-of date is followed when rows were inserted above it", () => {
  const flat = workbook(0);
  const shifted: FlatWorkbook = {
    sheets: flat.sheets.map((sheet) => {
      if (sheet.name !== "KC_ThongTin") return sheet;
      const cells = Object.entries(sheet.cells).map(([address, cell]) => {
        const [, letter = "", row = ""] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
        return [Number(row) < 4 ? address : `${letter}${Number(row) + 2}`, cell] as const;
      });
      return { ...sheet, cells: Object.fromEntries(cells) };
    }),
  };
  const placed = placeLines(shifted, { def: DE_AN_SHEET, rows: [{ code: "DA01", kind: "MAY-MOC" }] });
  expect(placed.segments[0]?.entries[0]?.[13]).toBe("=KC.MUCHOTRO($D5,$M5,$F5,$H5,KC_ThongTin!$B$9)");
});

test("a missing sheet, a lost header and a full sheet are refused by name", () => {
  expect(() => placeLines({ sheets: [] }, { def: COST_SHEET, rows: [{}] })).toThrow("not-found");
  const noHeader = { sheets: [{ name: "KC_DuToan", cells: {} }] };
  expect(() => placeLines(noHeader, { def: COST_SHEET, rows: [{}] })).toThrow("no-header");
  const full = Array.from({ length: 5001 }, () => ({}));
  expect(() => placeLines(workbook(0), { def: COST_SHEET, rows: full })).toThrow("sheet-full");
});
