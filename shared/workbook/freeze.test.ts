import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { day } from "../kernel/date.ts";
import type { FlatCell, FlatSheet, FlatWorkbook } from "../kernel/flat.ts";
import { builtinLawBook } from "../law/book.ts";
import { buildFlatWorkbook } from "./build.ts";
import { quangNinh2018 } from "./demo.ts";
import { lawCiter } from "./freeze-citation.ts";
import { FREEZE_SHEET } from "./freeze-sheet.ts";
import { freezeWorkbook, isFrozen, unfreezeWorkbook, type FreezeOptions } from "./freeze.ts";
import { judgeWorkbook } from "./judge.ts";
import { COST_SHEET, DE_AN_SHEET } from "./template.ts";
import { readXlsx, writeXlsx } from "./xlsx/index.ts";
import { openZip, readPart } from "./xlsx/zip.ts";

const LAW = builtinLawBook();
/** Every formula with a figure: cells never computed are a case of their own below. */
const LIVE = computed(buildFlatWorkbook(quangNinh2018(), LAW));
const OPTIONS: FreezeOptions = {
  on: day("2018-06-01"),
  versions: { template: "1", law: LAW.version, rules: "r" },
  cite: lawCiter(LIVE, { law: LAW, norms: [], prices: [], today: null }),
};
const freeze = (workbook: FlatWorkbook) => freezeWorkbook(workbook, OPTIONS);

function computed(workbook: FlatWorkbook): FlatWorkbook {
  const known = ([, { value, formula }]: [string, FlatCell]) => formula === undefined || value !== null;
  const sheets = workbook.sheets.map((one) => ({
    ...one,
    cells: Object.fromEntries(Object.entries(one.cells).filter(known)),
  }));
  return { ...workbook, sheets };
}

function formulaCount(workbook: FlatWorkbook): number {
  return workbook.sheets.flatMap((s) => Object.values(s.cells)).filter((c) => c.formula !== undefined).length;
}

/** All parts whose name matches, one after another. */
function partOf(bytes: Uint8Array, name: RegExp): string {
  const zip = openZip(bytes);
  if (!zip.ok) throw new Error(zip.error.vi);
  return [...zip.value.entries.values()]
    .filter((entry) => name.test(entry.name))
    .map((entry) => {
      const part = readPart(zip.value, entry.name);
      return part.ok && part.value !== null ? new TextDecoder().decode(part.value) : "";
    })
    .join("\n");
}

function sheetOf(workbook: FlatWorkbook, name: string): FlatSheet {
  const sheet = workbook.sheets.find((candidate) => candidate.name === name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
}

function withSheet(workbook: FlatWorkbook, changed: FlatSheet): FlatWorkbook {
  return { ...workbook, sheets: workbook.sheets.map((s) => (s.name === changed.name ? changed : s)) };
}

/** Rows at and below `row` move by `by`; with −1 the row above `row` is deleted. */
function shiftRows(sheet: FlatSheet, row: number, by: number): FlatSheet {
  const cells: Record<string, FlatCell> = {};
  for (const [address, cell] of Object.entries(sheet.cells)) {
    const at = Number(/\d+$/.exec(address)?.[0]);
    if (by < 0 && at === row - 1) continue;
    cells[at < row ? address : address.replace(/\d+$/, String(at + by))] = cell;
  }
  return { ...sheet, cells };
}

const text = fc.string({ maxLength: 12 }).filter((s) => s !== "" && !s.startsWith("#"));
const formula = fc.constantFrom(
  "=A1*2",
  "=SUM(B1:B9)",
  '=IF(A2="","x|y",A2)',
  "=KC.THANHTIEN(A1,B1)",
  "='Trang 2'!A1",
);
const cell = fc.oneof(
  fc.record({ value: fc.oneof(text, fc.integer(), fc.boolean()) }),
  fc.record({
    value: fc.oneof(fc.constant(""), text, fc.integer(), fc.boolean(), fc.constant("#N/A")),
    formula,
  }),
  fc.constantFrom<FlatCell>({ value: null, formula: "=A1" }, { value: "#NAME?", formula: "=KC.GIA(A1)" }),
);
const address = fc
  .tuple(fc.constantFrom("A", "B", "C", "AA"), fc.integer({ min: 1, max: 12 }))
  .map(([letter, row]) => `${letter}${row}`);
const sheet = (name: string) => fc.dictionary(address, cell).map((cells): FlatSheet => ({ name, cells }));
const workbook = fc.tuple(sheet("KC_DuToan"), sheet("Trang 2")).map((sheets): FlatWorkbook => ({ sheets }));

describe("freezing", () => {
  it("gives the workbook back exactly, whatever is in it", () => {
    fc.assert(
      fc.property(workbook, (live) => {
        const { workbook: frozen, record, left } = freeze(live);
        expect(formulaCount(frozen)).toBe(left.length);
        const thawing = unfreezeWorkbook(frozen);
        expect(thawing.lost).toEqual([]);
        expect(thawing.restored).toHaveLength(record.cells.length);
        expect(thawing.workbook).toEqual(live);
      }),
      { numRuns: 100 },
    );
  });

  it("keeps a figure beyond the exact range of đồng like any other", () => {
    const cells = {
      A1: { value: -923_663_165 },
      B1: { value: 9_751_606, formula: "=A1*2" },
      A2: { value: false, formula: "=KC.THANHTIEN(A1,B1)" },
    };
    const live: FlatWorkbook = { sheets: [{ name: "KC_DuToan", cells }] };
    const { workbook: frozen, record } = freeze(live);
    expect(record.cells.map((one) => one.citation)).toEqual([null, null]);
    expect(unfreezeWorkbook(frozen).workbook).toEqual(live);
  });

  it("keeps every figure, its formula, its law, the date and the versions", () => {
    const { workbook: frozen, record, left } = freeze(LIVE);
    expect(left).toEqual([]);
    expect(formulaCount(LIVE)).toBeGreaterThan(100);
    expect(formulaCount(frozen)).toBe(0);
    for (const { name, cells } of LIVE.sheets)
      for (const [at, { value }] of Object.entries(cells))
        expect(sheetOf(frozen, name).cells[at]?.value ?? "", `${name}!${at}`).toBe(value ?? "");
    expect(record.facts).toMatchObject({ on: "2018-06-01", law: LAW.version });
    expect(record.cells.find((c) => c.sheet === "KC_DeAn" && c.address === "N5")?.citation).toMatch(
      /Điều \d+/,
    );
    expect(record.cells.find((c) => c.sheet === "KC_DuToan" && c.address === "F5")?.citation).toBeNull();
    const sheets = Object.values(sheetOf(frozen, FREEZE_SHEET).cells);
    expect(sheets.every((c) => c.formula === undefined)).toBe(true);
    expect(sheets.some((c) => c.value === "01/06/2018")).toBe(true);
  });

  it("through a file and back is the same workbook; the hidden sheet is very hidden and notes carry the law", async () => {
    const frozen = freeze(LIVE).workbook;
    const bytes = await writeXlsx(frozen);
    expect(partOf(bytes, /^xl\/workbook\.xml$/)).toMatch(/<sheet name="KC_DongBang"[^>]*state="veryHidden"/);
    expect(partOf(bytes, /^xl\/comments\d*\.xml$/)).toMatch(
      /ref="N5"[^]*KC đóng băng ngày 01\/06\/2018[^]*Điều/,
    );
    const read = await readXlsx(bytes);
    if (!read.ok) throw new Error(read.error.vi);
    expect(sheetOf(read.value, FREEZE_SHEET).hidden).toBe(true);
    const { notes: _notes, ...again } = read.value;
    const live = unfreezeWorkbook(again);
    expect(live.lost).toEqual([]);
    const direct = await readXlsx(await writeXlsx(LIVE));
    if (!direct.ok) throw new Error(direct.error.vi);
    expect(live.workbook.sheets).toEqual(direct.value.sheets);
  });

  it("leaves the verdict as it was, and a figure typed over is still found", () => {
    const before = judgeWorkbook(LIVE, LAW);
    const frozen = freeze(LIVE).workbook;
    expect(judgeWorkbook(frozen, LAW)).toEqual(before);
    const cost = sheetOf(frozen, COST_SHEET.name);
    const typed = withSheet(frozen, { ...cost, cells: { ...cost.cells, F5: { value: 1 } } });
    const after = judgeWorkbook(typed, LAW);
    expect(after.findings.some((f) => f.rule === "KC-TT-001" && f.where.cell === "F5")).toBe(true);
    expect(
      unfreezeWorkbook(typed).restored.find((r) => r.sheet === "KC_DuToan" && r.address === "F5")?.edited,
    ).toBe(true);
  });

  it("is done again with the lines added since", () => {
    const once = freeze(LIVE).workbook;
    const own: FlatSheet = { name: "Riêng", cells: { A1: { value: 4, formula: "=2+2" } } };
    const twice = freeze({ ...once, sheets: [...once.sheets, own] });
    expect(formulaCount(twice.workbook)).toBe(0);
    expect(unfreezeWorkbook(twice.workbook).workbook.sheets).toEqual([...LIVE.sheets, own]);
    expect(twice.workbook.sheets.filter((s) => s.name === FREEZE_SHEET)).toHaveLength(1);
  });
});

describe("thawing after lines have moved", () => {
  const frozen = freeze(LIVE).workbook;
  const cost = sheetOf(frozen, COST_SHEET.name);

  it("follows rows pushed down and reads their formulas there", () => {
    const moved = withSheet(frozen, shiftRows(cost, 6, 2));
    const { restored, lost, workbook: live } = unfreezeWorkbook(moved);
    expect(lost).toEqual([]);
    expect(restored.find((r) => r.movedFrom === "F6")).toMatchObject({
      address: "F8",
      formula: "=KC.THANHTIEN(D8,E8)",
    });
    expect(sheetOf(live, "KC_DuToan").cells["H8"]?.formula).toBe("=F8-G8-I8");
    expect(sheetOf(live, "KC_DuToan").cells["F3"]?.formula).toBe(
      sheetOf(LIVE, "KC_DuToan").cells["F3"]?.formula,
    );
    const { counts, totals } = judgeWorkbook(moved, LAW);
    expect({ counts, totals }).toEqual({
      counts: judgeWorkbook(LIVE, LAW).counts,
      totals: judgeWorkbook(LIVE, LAW).totals,
    });
  });

  it("says which formulas of a deleted row are gone, and restores the others", () => {
    const deleted = withSheet(frozen, shiftRows(cost, 7, -1));
    const { lost, restored, workbook: live } = unfreezeWorkbook(deleted);
    expect(lost.map((l) => [l.address, l.reason])).toEqual([
      ["F6", "row-gone"],
      ["H6", "row-gone"],
    ]);
    expect(restored.length + lost.length).toBe(formulaCount(LIVE));
    expect(isFrozen(live)).toBe(false);
    expect(sheetOf(live, "KC_DuToan").cells["F6"]?.formula).toBe("=KC.THANHTIEN(D6,E6)");
  });

  it("finds sorted rows by what is typed in them", () => {
    const deAn = sheetOf(frozen, DE_AN_SHEET.name);
    const swap = (address: string) =>
      address.replace(/(?<=[A-Z])([56])$/, (row) => (row === "5" ? "6" : "5"));
    const cells = Object.fromEntries(Object.entries(deAn.cells).map(([at, c]) => [swap(at), c]));
    const { lost, workbook: live } = unfreezeWorkbook(withSheet(frozen, { ...deAn, cells }));
    expect(lost).toEqual([]);
    const now = sheetOf(live, DE_AN_SHEET.name).cells;
    const then = sheetOf(LIVE, DE_AN_SHEET.name).cells;
    expect(now["A5"]?.value).toBe(then["A6"]?.value);
    expect(now["N5"]?.formula).toBe(then["N5"]?.formula);
    expect(now["N5"]?.value).toBe(then["N6"]?.value);
  });

  it("names a sheet that is gone and never wakes a program", () => {
    const without = { sheets: frozen.sheets.filter((s) => s.name !== COST_SHEET.name) };
    expect(unfreezeWorkbook(without).lost.every((l) => l.reason === "sheet-gone")).toBe(true);
    const dde: FlatWorkbook = {
      sheets: [{ name: "X", cells: { A1: { value: 1, formula: "=cmd|'/c calc'!A0" } } }],
    };
    expect(unfreezeWorkbook(freeze(dde).workbook).lost[0]?.reason).toBe("formula-refused");
  });
});
