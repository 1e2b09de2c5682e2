/**
 * One code, the same findings: what the pane judges, what KC.KIEMTRA spills and what `kc check` prints are the same
 * bytes. The server is compared with the same files in worker/same-findings.test.ts.
 */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { addBlock } from "../addin/excel/flat-cells.ts";
import { kiemTra } from "../addin/functions/kiemtra.ts";
import { useBook } from "../addin/functions/lib/book.ts";
import { check } from "../cli/check.ts";
import { EXAMPLES_FOLDER, examples } from "../scripts/examples.ts";
import type { Book } from "../shared/contract/book.ts";
import { buildBook } from "../shared/contract/built-book.ts";
import { readPublication, withPublications } from "../shared/contract/publications-content.ts";
import type { PublicationKind } from "../shared/contract/publications.ts";
import { canonicalJson } from "../shared/kernel/canonical.ts";
import { cellAddress, parseAddress } from "../shared/kernel/address.ts";
import type { Finding, Severity } from "../shared/kernel/finding.ts";
import type { FlatCell, FlatSheet, FlatWorkbook } from "../shared/kernel/flat.ts";
import { judgeWorkbook } from "../shared/workbook/judge.ts";
import published from "./published.json" with { type: "json" };
import { HEADER_ROW } from "../shared/workbook/template.ts";
import { readXlsx } from "../shared/workbook/xlsx/index.ts";

const shipped = buildBook();
/** The same with a value, states of rules and a level of the vote published on top; see examples/published.json. */
const withMore = withPublications(
  shipped,
  published.map(({ kind, content }) => readPublication(kind as PublicationKind, content)),
);
const folder = mkdtempSync(join(tmpdir(), "kc-same-"));
afterAll(() => rmSync(folder, { recursive: true }));

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

async function printedByCheck(name: string, book: Book): Promise<readonly Finding[]> {
  let printed = "";
  const path = join(folder, `${book.version}.json`);
  writeFileSync(path, JSON.stringify(book));
  const from = book === shipped ? [] : ["--book", path];
  await check([join(EXAMPLES_FOLDER, `${name}.xlsx`), ...from, "--json"], {
    out: async (text) => void (printed += text),
    err: async () => undefined,
  });
  return (JSON.parse(printed) as { findings: Finding[] }).findings;
}

const TABLES: readonly string[] = ["KC_DeAn", "KC_DuToan"];
const SEVERITY: Readonly<Record<Severity, string>> = { error: "Lỗi", warning: "Cảnh báo", info: "Lưu ý" };

/** A finding as KC.KIEMTRA spills it for a table that begins with the heading row. */
function spilled({ severity, rule, where, message, remedy }: Finding): string {
  const { row, column } = (where.cell === undefined ? null : parseAddress(where.cell)) ?? {
    row: where.row ?? HEADER_ROW - 1,
    column: 0,
  };
  return canonicalJson([SEVERITY[severity], rule, row - HEADER_ROW + 1, column, message, remedy]);
}

const NAMES = examples().map(({ name }) => name);
const BOOKS = [
  ["as shipped", shipped],
  ["with publications", withMore],
] as const;

describe.each(BOOKS.flatMap(([said, book]) => NAMES.map((name) => ({ name, said, book }))))(
  "$name, $said",
  ({ name, book }) => {
    it("judged as the pane reads it and as kc check prints it: the same bytes", async () => {
      const pane = judgeWorkbook(throughExcel(await readExample(name)), book.law, book.norms).findings;
      expect(pane.length).toBeGreaterThan(0);
      expect(canonicalJson(await printedByCheck(name, book))).toBe(canonicalJson(pane));
    });

    it("KC.KIEMTRA says nothing of a table that the whole verdict does not say in the same words", async () => {
      useBook(book);
      const workbook = await readExample(name);
      const { plan, findings: whole } = judgeWorkbook(workbook, book.law, book.norms);
      for (const sheet of workbook.sheets.filter(({ name: own }) => TABLES.includes(own))) {
        const known = new Set(whole.filter(({ where }) => where.sheet === sheet.name).map(spilled));
        const values = blockOf(sheet, HEADER_ROW, (cell) => cell?.value ?? "");
        const table = await kiemTra(values, plan.info.asOf ?? undefined);
        const said = table.slice(1).filter((row) => row[0] !== "Đạt");
        expect(said.map((row) => canonicalJson(row)).filter((text) => !known.has(text))).toEqual([]);
      }
    });
  },
);

it("what is published changes the findings from its as-of date only, and a rule on trial says so", async () => {
  const workbook = await readExample("loi-thuong-gap");
  const rulesOf = (book: Book) => judgeWorkbook(workbook, book.law, book.norms).findings;
  const [before, after] = [rulesOf(shipped), rulesOf(withMore)];
  const of = (findings: readonly Finding[], rule: string) => findings.filter((f) => f.rule === rule);
  expect(of(before, "KC-DA-006")).toMatchObject([{ severity: "error" }]);
  expect(of(after, "KC-DA-006")).toMatchObject([{ severity: "warning", trial: true }]);
  expect(of(after, "KC-DA-006")[0]?.message).toMatch(/^Thử nghiệm: /);
  expect(of(before, "KC-DT-003").length).toBeGreaterThan(0);
  expect(of(after, "KC-DT-003")).toEqual([]);
  // Off from the day after the workbook's own.
  expect(of(after, "KC-DA-014")).toEqual(of(before, "KC-DA-014"));
  expect(judgeWorkbook(workbook, withMore.law).versions.rules).not.toBe(
    judgeWorkbook(workbook, shipped.law).versions.rules,
  );
});

it("KC.KIEMTRA finds the planted errors of a table, and knows a rule that is on trial", async () => {
  const costs = (await readExample("loi-thuong-gap")).sheets.find(({ name }) => name === "KC_DuToan");
  if (costs === undefined) throw new Error("no sheet");
  const values = blockOf(costs, HEADER_ROW, (cell) => cell?.value ?? "");
  const severityOf = async (book: Book, day?: string) => {
    useBook(book);
    const table = await kiemTra(values, day);
    expect(table.map((row) => row[1])).toContain("KC-NV-002");
    return table.filter((row) => row[1] === "KC-DT-002").map((row) => row[0]);
  };
  expect(await severityOf(shipped)).toEqual(["Lỗi"]);
  expect(await severityOf(withMore, "2017-12-31")).toEqual(["Lỗi"]);
  expect(await severityOf(withMore, "2018-01-01")).toEqual(["Cảnh báo"]);
  // Without a day, as it was last set.
  expect(await severityOf(withMore)).toEqual(["Cảnh báo"]);
});
