import { cellAddress, parseAddress } from "../kernel/address.ts";
import type { Finding, Severity } from "../kernel/finding.ts";
import type { CellValue, FlatSheet } from "../kernel/flat.ts";
import { plainDecimal } from "../kernel/quantity.ts";
import { cleanText, foldKey } from "../kernel/text.ts";
import { parseCsv } from "./csv.ts";

/** What a CSV file and a sheet of an .xlsx file have in common: rows of cells that know where they stand. */
export interface Grid {
  readonly name: string;
  readonly rows: readonly GridRow[];
  /** What was wrong with the file itself. */
  readonly findings: readonly Finding[];
}

export interface GridRow {
  /** 1-based line of the file or row of the sheet. */
  readonly line: number;
  readonly cells: readonly CellValue[];
}

interface FindingText {
  readonly message: string;
  readonly found?: string;
  readonly expected?: string;
  readonly remedy: string;
  readonly severity?: Severity;
}

/** A finding about one cell of an imported file; `column` is 1-based, 0 when the whole line is meant. */
export function gridFinding(
  rule: string,
  name: string,
  line: number,
  column: number,
  text: FindingText,
): Finding {
  return {
    rule,
    severity: text.severity ?? "error",
    stage: "shape",
    where:
      column > 0 ? { sheet: name, cell: cellAddress(column, line), row: line } : { sheet: name, row: line },
    message: text.message,
    found: text.found ?? "",
    expected: text.expected ?? "",
    basis: "Nguyên tắc nghiệp vụ",
    remedy: text.remedy,
  };
}

/** A CSV file as a grid; broken quoting is reported, never repaired. */
export function gridFromCsv(text: string, name: string): Grid {
  const table = parseCsv(text);
  const findings = table.problems.map((problem) =>
    gridFinding("KC-NK-003", name, problem.line, problem.column, {
      message:
        problem.code === "quote-open"
          ? "Dấu ngoặc kép mở mà không đóng."
          : "Dấu ngoặc kép nằm giữa ô, không rõ ô kết thúc ở đâu.",
      remedy: 'Đặt cả ô trong một cặp ngoặc kép và viết dấu " trong ô thành "".',
    }),
  );
  return { name, rows: table.records, findings };
}

/** A sheet of a workbook as a grid: blank rows left out, cells in column order. */
export function gridFromSheet(sheet: FlatSheet): Grid {
  const byRow = new Map<number, CellValue[]>();
  for (const [address, cell] of Object.entries(sheet.cells)) {
    const at = parseAddress(address);
    if (at === null || cell.value === null || cell.value === "") continue;
    const cells = byRow.get(at.row) ?? [];
    while (cells.length < at.column) cells.push(null);
    cells[at.column - 1] = cell.value;
    byRow.set(at.row, cells);
  }
  const rows = [...byRow].sort(([a], [b]) => a - b).map(([line, cells]) => ({ line, cells }));
  return { name: sheet.name, rows, findings: [] };
}

/** A cell as clean text; numbers in their shortest decimal form with a dot. */
export function cellText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return "";
  return typeof value === "number" ? plainDecimal(value) : cleanText(String(value));
}

/** Column id → headers it is known by (compared without case, diacritics and punctuation). */
export type HeaderSpec<Id extends string> = Readonly<Record<Id, readonly string[]>>;

export interface ListedRow<Id extends string> {
  readonly line: number;
  readonly text: Readonly<Record<Id, string>>;
}

export interface Listed<Id extends string> {
  readonly rows: readonly ListedRow<Id>[];
  /** Column id → 1-based column. */
  readonly columnOf: Readonly<Record<Id, number>>;
  readonly findings: readonly Finding[];
}

/** A number with a comma that was not quoted falls into two cells: what is left in the first must not be believed. */
function tooLong(grid: Grid, row: GridRow, headerCells: number): Finding[] {
  const extra = row.cells.findIndex((cell, index) => index >= headerCells && cellText(cell) !== "");
  if (extra < 0) return [];
  return [
    gridFinding("KC-NK-003", grid.name, row.line, extra + 1, {
      message: "Dòng có nhiều ô hơn dòng tiêu đề.",
      found: row.cells.map(cellText).join(" | "),
      expected: `${headerCells} ô`,
      remedy: "Viết số thập phân bằng dấu chấm, hoặc đặt cả ô trong ngoặc kép.",
    }),
  ];
}

/** Reads the header row and hands back the known columns; other columns of the user are ignored. */
export function readListed<Id extends string>(grid: Grid, spec: HeaderSpec<Id>): Listed<Id> {
  const ids = Object.keys(spec) as Id[];
  const findings: Finding[] = [...grid.findings];
  const [header, ...body] = grid.rows;
  const columnOf = {} as Record<Id, number>;
  const headers = (header?.cells ?? []).map((cell) => foldKey(cellText(cell)));
  for (const id of ids) {
    const wanted = spec[id].map(foldKey);
    const at = headers.flatMap((text, index) => (wanted.includes(text) ? [index + 1] : []));
    columnOf[id] = at[0] ?? 0;
    if (at.length === 1) continue;
    const missing = at.length === 0;
    findings.push(
      gridFinding(missing ? "KC-NK-001" : "KC-NK-002", grid.name, header?.line ?? 1, at[1] ?? 0, {
        message: missing ? `Thiếu cột “${spec[id][0]}”.` : `Cột “${spec[id][0]}” có hai lần.`,
        found: (header?.cells ?? []).map(cellText).join(", "),
        expected: ids.map((name) => spec[name][0]).join(","),
        remedy: missing ? `Thêm cột “${spec[id][0]}” vào dòng tiêu đề.` : "Chỉ giữ một cột.",
      }),
    );
  }
  if (findings.some((finding) => finding.severity === "error")) return { rows: [], columnOf, findings };
  findings.push(...body.flatMap((row) => tooLong(grid, row, headers.length)));
  const rows = body.map((row) => {
    const text = {} as Record<Id, string>;
    for (const id of ids) text[id] = cellText(row.cells[columnOf[id] - 1]);
    return { line: row.line, text };
  });
  return { rows, columnOf, findings };
}
