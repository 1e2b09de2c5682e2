import { describe, expect, it } from "vitest";
import type { FlatSheet, FlatWorkbook } from "../kernel/flat.ts";
import { builtinLawBook } from "../law/book.ts";
import { buildFlatWorkbook } from "./build.ts";
import { quangNinh2018 } from "./demo.ts";
import { judgeWorkbook } from "./judge.ts";
import { LIST_SHEETS, INFO_SHEET, RESULT_SHEET, TEMPLATE_VERSION } from "./template.ts";
import { templateAge, unknownParts, upgradeWorkbook } from "./upgrade.ts";
import { readXlsx, writeXlsx } from "./xlsx/index.ts";

const law = builtinLawBook();
const today = buildFlatWorkbook(quangNinh2018(), law);

/** Cells of KC_DeAn that came with 1.2.0. */
const LINK_HEADERS = ["V4", "W4"];

function sheetOf(sheet: FlatSheet, version: string): FlatSheet {
  if (sheet.name === INFO_SHEET.name) return { ...sheet, cells: { ...sheet.cells, B11: { value: version } } };
  if (sheet.name !== "KC_DeAn") return sheet;
  const kept = Object.entries(sheet.cells).filter(([address]) => !LINK_HEADERS.includes(address));
  return { ...sheet, cells: Object.fromEntries(kept) };
}

/** As the template of that version wrote it: without the columns of 1.2.0, the first also without the sheets of 1.1.0. */
function ofVersion(version: string): FlatWorkbook {
  const names: string[] = [INFO_SHEET.name, ...LIST_SHEETS.map((def) => def.name), RESULT_SHEET.name];
  return {
    sheets: today.sheets
      .filter((sheet) => version === "1.1.0" || names.includes(sheet.name))
      .map((sheet) => sheetOf(sheet, version)),
  };
}

const own: FlatWorkbook = {
  sheets: [
    ...ofVersion("1.0.0").sheets.map((sheet) =>
      sheet.name === "KC_DuToan"
        ? { ...sheet, cells: { ...sheet.cells, K4: { value: "Người phụ trách" }, K5: { value: "An" } } }
        : sheet,
    ),
    { name: "Nháp của tôi", cells: { A1: { value: 5 } } },
  ],
};

describe("a workbook of the first template", () => {
  it("is judged as one of today, but for its version", () => {
    const [then, now] = [ofVersion("1.0.0"), today].map((workbook) => judgeWorkbook(workbook, law));
    expect(then?.totals).toEqual(now?.totals);
    expect(then?.counts.error).toBe(0);
    expect(then?.differences).toEqual([]);
  });

  it("gets the sheets it lacks, in their places, and every change is told", () => {
    const { workbook, from, to, changes } = upgradeWorkbook(ofVersion("1.0.0"), law);
    expect([from, to]).toEqual(["1.0.0", TEMPLATE_VERSION]);
    expect(workbook.sheets.map((sheet) => sheet.name)).toEqual(today.sheets.map((sheet) => sheet.name));
    expect(changes).toHaveLength(8);
    expect(changes[0]).toBe("Thêm trang KC_DangKy (đăng ký nhu cầu khuyến công), còn trống.");
    expect(changes.at(-1)).toBe(`Đổi phiên bản mẫu từ 1.0.0 thành ${TEMPLATE_VERSION}.`);
    expect(workbook).toEqual(today);
    expect(upgradeWorkbook(workbook, law).changes).toEqual([]);
  });

  it("gets the columns that came later, right of its own, and nothing of its own moves", () => {
    const then = ofVersion("1.1.0");
    const withOwn: FlatWorkbook = {
      sheets: then.sheets.map((sheet) =>
        sheet.name === "KC_DeAn"
          ? { ...sheet, cells: { ...sheet.cells, V4: { value: "Cán bộ" }, V5: { value: "An" } } }
          : sheet,
      ),
    };
    const { workbook, changes } = upgradeWorkbook(withOwn, law);
    expect(changes).toEqual([
      "Thêm cột “Liên kết với đề án” vào trang KC_DeAn (ô W4), còn trống.",
      "Thêm cột “Nhân rộng từ” vào trang KC_DeAn (ô X4), còn trống.",
      `Đổi phiên bản mẫu từ 1.1.0 thành ${TEMPLATE_VERSION}.`,
    ]);
    expect(judgeWorkbook(workbook, law).plan.deAn[0]?.extra).toEqual({ "Cán bộ": { value: "An" } });
    expect(upgradeWorkbook(then, law).workbook).toEqual(today);
  });

  it("keeps own sheets and columns through reading, upgrading and a file", async () => {
    const { workbook } = upgradeWorkbook(own, law);
    const back = await readXlsx(await writeXlsx(workbook));
    if (!back.ok) throw new Error(back.error.vi);
    const sheet = (name: string) => back.value.sheets.find((one) => one.name === name);
    expect(sheet("Nháp của tôi")?.cells).toEqual({ A1: { value: 5 } });
    expect(sheet("KC_DuToan")?.cells["K5"]).toEqual({ value: "An" });
    expect(judgeWorkbook(workbook, law).plan.costLines[0]?.extra).toEqual({
      "Người phụ trách": { value: "An" },
    });
    expect(unknownParts(workbook)).toEqual([
      "Trang “Nháp của tôi” không thuộc mẫu: giữ nguyên, không kiểm tra.",
      "Cột “Người phụ trách” của trang KC_DuToan không thuộc mẫu: giữ nguyên, không kiểm tra.",
    ]);
  });
});

describe("other versions", () => {
  it("newer ones are left alone and named", () => {
    const newer = ofVersion("99.0");
    expect(templateAge(newer)).toBe("newer");
    const { workbook, changes } = upgradeWorkbook(newer, law);
    expect(workbook).toBe(newer);
    expect(changes.join()).toContain("mới hơn mẫu");
  });

  it("one that says none counts as the oldest", () => {
    expect(templateAge(ofVersion(""))).toBe("older");
    expect(upgradeWorkbook(ofVersion(""), law).changes.at(-1)).toContain("từ không ghi thành");
  });
});
