/**
 * One code, the same findings: what the pane judges, what KC.KIEMTRA spills and what `kc check` prints are the same
 * bytes. The server is compared with the same files in worker/same-findings.test.ts.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { addBlock } from "../addin/excel/flat-cells.ts";
import { kiemTra } from "../addin/functions/kiemtra.ts";
import { useBook } from "../addin/functions/lib/book.ts";
import { check } from "../cli/check.ts";
import { EXAMPLES_FOLDER, examples } from "../scripts/examples.ts";
import { buildBook } from "../shared/contract/built-book.ts";
import { canonicalJson } from "../shared/kernel/canonical.ts";
import { cellAddress, parseAddress } from "../shared/kernel/address.ts";
import type { Finding, Severity } from "../shared/kernel/finding.ts";
import type { FlatCell, FlatSheet, FlatWorkbook } from "../shared/kernel/flat.ts";
import { judgeWorkbook } from "../shared/workbook/judge.ts";
import { HEADER_ROW } from "../shared/workbook/template.ts";
import { readXlsx } from "../shared/workbook/xlsx/index.ts";

const book = buildBook();

async function readExample(name: string): Promise<FlatWorkbook> {
  const read = await readXlsx(await readFile(join(EXAMPLES_FOLDER, `${name}.xlsx`)));
  if (!read.ok) throw new Error(read.error.en);
  const { notes: _notes, ...workbook } = read.value;
  return workbook;
}

/** A block of a sheet from its first row on, as Excel hands it to the pane. */
function blockOf<T>(sheet: FlatSheet, firstRow: number, pick: (cell: FlatCell | undefined) => T): T[][] {
  const places = Object.keys(sheet.cells).map((address) => parseAddress(address) ?? { row: 1, column: 1 });
  const rows = Math.max(firstRow, ...places.map(({ row }) => row)) - firstRow + 1;
  const columns = Math.max(1, ...places.map(({ column }) => column));
  return Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c) => pick(sheet.cells[cellAddress(c + 1, firstRow + r)])),
  );
}

/** The workbook as the pane reads it from Excel: values, formulas and number formats in blocks, fonts cell by cell. */
function throughExcel(workbook: FlatWorkbook): FlatWorkbook {
  const sheets = workbook.sheets.map((sheet): FlatSheet => {
    const cells: Record<string, FlatCell> = {};
    addBlock(cells, {
      row: 1,
      column: 1,
      values: blockOf(sheet, 1, (cell) => cell?.value ?? ""),
      formulas: blockOf(sheet, 1, (cell) => cell?.formula ?? cell?.value ?? ""),
      formats: blockOf(sheet, 1, (cell) => cell?.format ?? "General"),
    });
    for (const [address, { font }] of Object.entries(sheet.cells))
      if (font !== undefined && cells[address] !== undefined) cells[address] = { ...cells[address], font };
    return { ...sheet, cells };
  });
  return { ...workbook, sheets };
}

async function printedByCheck(name: string): Promise<readonly Finding[]> {
  let printed = "";
  await check([join(EXAMPLES_FOLDER, `${name}.xlsx`), "--json"], {
    out: async (text) => void (printed += text),
    err: async () => undefined,
  });
  return (JSON.parse(printed) as { findings: Finding[] }).findings;
}

const SEVERITY: Readonly<Record<Severity, string>> = { error: "Lỗi", warning: "Cảnh báo", info: "Lưu ý" };

/** A finding as KC.KIEMTRA spills it for a table that begins with the heading row. */
function spilled({ severity, rule, where, message, remedy }: Finding): string {
  const { row, column } = (where.cell === undefined ? null : parseAddress(where.cell)) ?? {
    row: where.row ?? HEADER_ROW - 1,
    column: 0,
  };
  return canonicalJson([SEVERITY[severity], rule, row - HEADER_ROW + 1, column, message, remedy]);
}

describe.each(examples().map(({ name }) => name))("%s", (name) => {
  it("judged as the pane reads it and as kc check prints it: the same bytes", async () => {
    const pane = judgeWorkbook(throughExcel(await readExample(name)), book.law, book.norms).findings;
    expect(pane.length).toBeGreaterThan(0);
    expect(canonicalJson(await printedByCheck(name))).toBe(canonicalJson(pane));
  });

  it("KC.KIEMTRA says nothing of a table that the whole verdict does not say in the same words", async () => {
    useBook(book);
    const workbook = await readExample(name);
    const whole = judgeWorkbook(workbook, book.law, book.norms).findings;
    for (const sheet of workbook.sheets.filter(({ name: own }) => own === "KC_DeAn" || own === "KC_DuToan")) {
      const known = new Set(whole.filter(({ where }) => where.sheet === sheet.name).map(spilled));
      const table = await kiemTra(blockOf(sheet, HEADER_ROW, (cell) => cell?.value ?? ""));
      const said = table.slice(1).filter((row) => row[0] !== "Đạt");
      expect(said.map((row) => canonicalJson(row)).filter((text) => !known.has(text))).toEqual([]);
    }
  });
});

it("KC.KIEMTRA finds the planted errors of a table", async () => {
  useBook(book);
  const costs = (await readExample("loi-thuong-gap")).sheets.find(({ name }) => name === "KC_DuToan");
  if (costs === undefined) throw new Error("no sheet");
  const table = await kiemTra(blockOf(costs, HEADER_ROW, (cell) => cell?.value ?? ""));
  const rules = table.map((row) => row[1]);
  expect(rules).toEqual(expect.arrayContaining(["KC-DT-002", "KC-NV-002"]));
});
