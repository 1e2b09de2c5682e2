import { describe, expect, test } from "vitest";
import type { Finding } from "../../../shared/kernel/finding.ts";
import type { FlatSheet } from "../../../shared/kernel/flat.ts";
import { builtinLawBook } from "../../../shared/law/book.ts";
import { buildFlatWorkbook } from "../../../shared/workbook/build.ts";
import { quangNinh2018 } from "../../../shared/workbook/demo.ts";
import { judgeWorkbook } from "../../../shared/workbook/judge.ts";
import { buildSheetModel, collectMarks, markKey, rowsSpokenOf, shownValue } from "./sheet-model.ts";

const workbook = buildFlatWorkbook(quangNinh2018(), builtinLawBook());

function sheetNamed(name: string): FlatSheet {
  const sheet = workbook.sheets.find((item) => item.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

describe("buildSheetModel", () => {
  test("the plan's sheet: header row, 16 lines, columns with the template's kinds", () => {
    const model = buildSheetModel(sheetNamed("KC_DeAn"), []);
    expect(model.headerRow).toBe(4);
    expect(model.rows.at(-1)?.number).toBe(20);
    expect(model.columns.find(({ header }) => header === "Tổng kinh phí")).toMatchObject({
      letters: "M",
      kind: "dong",
    });
    expect(model.rows[4]?.cells.get(2)?.text).toBe("Mô hình trình diễn kỹ thuật sản xuất gạch không nung");
  });

  test("money has dots, also in the total row; formulas are kept beside their value", () => {
    const cell = buildSheetModel(sheetNamed("KC_DeAn"), []).rows[2]?.cells.get(13);
    expect(cell).toMatchObject({ text: "6.300.000.000", numeric: true });
    expect(cell?.formula).toMatch(/^=SUM\(M5:/);
  });

  test("the form's values follow their field: a date is a date, a year has no dot", () => {
    const info = sheetNamed("KC_ThongTin");
    expect(shownValue(info, "B7")).toBe("15/01/2018");
    expect(shownValue(info, "B6")).toBe("2018");
    expect(shownValue(info, "B8")).toBe("800.000.000");
    expect(shownValue(info, "Z99")).toBe("");
  });

  test("prepared rows of formulas below the last line are counted, not drawn; a row spoken of is drawn", () => {
    const sheet = sheetNamed("KC_DeAn");
    const prepared = { ...sheet, cells: { ...sheet.cells, M30: { value: 0, formula: "=SUM(A1:A1)" } } };
    const model = buildSheetModel(prepared, []);
    expect([model.rows.length, model.unusedRows]).toEqual([20, 10]);
    expect(buildSheetModel(prepared, [30]).rows).toHaveLength(30);
  });

  test("a sheet that is not ours: numbers plain with a comma, dates and thousands by their format", () => {
    const own: FlatSheet = {
      name: "Ghi chép",
      cells: {
        A1: { value: 1234.5 },
        B1: { value: 43115, format: "dd/mm/yyyy" },
        C1: { value: 1234567, format: "#,##0" },
        D1: { value: true },
        E1: { value: -1234.5, format: "#,##0.0" },
      },
    };
    const model = buildSheetModel(own, []);
    expect(model.title).toBeNull();
    expect([...(model.rows[0]?.cells.values() ?? [])].map(({ text }) => text)).toEqual([
      "1234,5",
      "15/01/2018",
      "1.234.567",
      "TRUE",
      "-1.234,5",
    ]);
  });

  test("an empty sheet is one empty row", () => {
    const model = buildSheetModel({ name: "Trống", cells: {} }, []);
    expect([model.rows.length, model.columns.length, model.unusedRows]).toEqual([1, 1, 0]);
  });
});

describe("collectMarks", () => {
  const finding = (severity: Finding["severity"], cell: string): Finding => ({
    rule: "KC-DA-001",
    severity,
    stage: "line",
    where: { sheet: "KC_DeAn", cell },
    message: "",
    found: "",
    expected: "",
    basis: "",
    remedy: "",
  });

  test("one mark a cell, as serious as the worst finding there, whatever the case of the sheet's name", () => {
    const marks = collectMarks([finding("warning", "N6"), finding("error", "N6"), finding("info", "A5")], []);
    expect(marks.get(markKey("kc_dean", "N6"))).toMatchObject({ severity: "error", findings: [{}, {}] });
    expect(marks.get(markKey("KC_DeAn", "A5"))?.severity).toBe("info");
    expect(marks.size).toBe(2);
  });

  test("an overwritten ceiling is marked where it stands, with the recomputed figure", () => {
    const changed = {
      sheets: workbook.sheets.map((sheet) =>
        sheet.name === "KC_DeAn"
          ? { ...sheet, cells: { ...sheet.cells, N6: { value: 250_000_000 } } }
          : sheet,
      ),
    };
    const verdict = judgeWorkbook(changed, builtinLawBook());
    const mark = collectMarks(verdict.findings, verdict.differences).get(markKey("KC_DeAn", "N6"));
    expect(mark?.severity).toBe("error");
    expect(mark?.difference?.expectedValue).toBe(200_000_000);
    expect(rowsSpokenOf("KC_DeAn", verdict.findings)).toContain(6);
  });

  test("a finding about a whole sheet marks no cell", () => {
    const whole = { ...finding("info", ""), where: { sheet: "KC_DeAn" } };
    expect(collectMarks([whole], []).size).toBe(0);
  });
});
