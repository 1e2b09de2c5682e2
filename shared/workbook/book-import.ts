/**
 * A norm book or a price list from a file → lines of KC_DinhMuc and KC_DonGia. Two layouts are read: the short one of
 * `kc price` (code, type, resource, unit, qty; type, resource, price_dong), and the columns of the sheets themselves.
 * Every doubt is a finding on its cell; with an error among them there are no lines.
 */
import { cellAddress, columnLetters } from "../kernel/address.ts";
import type { IsoDate } from "../kernel/date.ts";
import type { Finding } from "../kernel/finding.ts";
import type { CellValue, FlatCell, FlatSheet } from "../kernel/flat.ts";
import { toDong } from "../kernel/money.ts";
import { cleanText } from "../kernel/text.ts";
import { normsFromRows } from "../norms/convert.ts";
import { gridFinding, type Grid } from "../norms/grid.ts";
import { readNormRows, readPriceRows, type Imported, type ImportedNormRow } from "../norms/import.ts";
import { validateNormBook } from "../norms/validate.ts";
import { day } from "../kernel/date.ts";
import { STATUS_LABEL } from "../norms/model.ts";
import { normLineRowValues, priceRowValues, type RowValues } from "./draft-rows.ts";
import { ownNormsOf } from "./own-norms.ts";
import { ownPricesOf } from "./own-prices.ts";
import { findHeaders, readPlan } from "./read.ts";
import { NORM_SHEET, PRICE_SHEET, type ListSheetDef } from "./template.ts";

export interface ImportedLines {
  readonly rows: readonly RowValues[];
  /** Codes of the norms, or names of the priced resources. */
  readonly names: readonly string[];
  /** Index of the first line of each norm; empty for prices. */
  readonly firsts: readonly number[];
  readonly findings: readonly Finding[];
}

const PLAIN_NUMBER = /^\d+(?:\.\d+)?$/;
/** Findings that say the heading is of another layout. */
const HEADER_RULES = new Set(["KC-NK-001", "KC-NK-002"]);

function isShort(imported: Imported<unknown>): boolean {
  return !imported.findings.some((finding) => HEADER_RULES.has(finding.rule));
}

/** CSV holds text only: what stands in a column of figures and reads as one is a figure. */
function typed(value: CellValue, isFigure: boolean): CellValue {
  return typeof value === "string" && isFigure && PLAIN_NUMBER.test(cleanText(value)) ? Number(value) : value;
}

/** The grid as the template's sheet; null when its heading is not that sheet's. */
function asSheet(grid: Grid, def: ListSheetDef): FlatSheet | null {
  const cells: Record<string, FlatCell> = {};
  for (const { line, cells: values } of grid.rows)
    values.forEach((value, index) => {
      if (value !== null && value !== "") cells[cellAddress(index + 1, line)] = { value };
    });
  const sheet = { name: def.name, cells };
  const headers = findHeaders(sheet, def);
  if (headers === null) return null;
  const figures = new Set(
    def.columns
      .filter(({ kind }) => kind !== "text" && kind !== "date")
      .map(({ id }) => headers.columns.get(id)),
  );
  const letters = new Set([...figures].filter((n) => n !== undefined).map(columnLetters));
  const read = Object.entries(cells).map(([address, cell]) => {
    const isFigure = letters.has(address.replace(/\d+$/, ""));
    return [address, { value: typed(cell.value, isFigure) }] as const;
  });
  return { name: def.name, cells: Object.fromEntries(read) };
}

function finish(
  rows: readonly RowValues[],
  names: readonly string[],
  firsts: readonly number[],
  findings: readonly Finding[],
): ImportedLines {
  const broken = findings.some(({ severity }) => severity === "error");
  return broken
    ? { rows: [], names: [], firsts: [], findings }
    : { rows, names: [...new Set(names)], firsts, findings };
}

/** Findings of the sheet's own checks, said of the file. */
function ofFile(findings: readonly Finding[], name: string): Finding[] {
  return findings.map((finding) => ({ ...finding, where: { ...finding.where, sheet: name } }));
}

const NOT_SAID = "đơn vị dịch vụ";

/** What the model says of rows of the short layout, on the line of the file. */
function shortFindings(rows: readonly ImportedNormRow[], name: string): Finding[] {
  const norms = normsFromRows(rows, (code) => ({ name: code, unit: NOT_SAID, note: "" }));
  const issues = validateNormBook({
    id: "NHAP",
    title: "Bộ định mức nhập",
    edition: "1",
    status: "de-xuat",
    label: STATUS_LABEL["de-xuat"].vi,
    authority: "",
    origin: name,
    cite: null,
    verified: "secondary",
    from: day("1900-01-01"),
    norms,
  });
  return issues.map((issue) => {
    const own = rows.filter((row) => row.code === issue.normCode);
    const line = own[issue.line ?? 0]?.line ?? own[0]?.line ?? 1;
    const remedy = "Sửa dòng này trong tệp rồi nhập lại.";
    return gridFinding("KC-NK-016", name, line, 0, { message: issue.vi, remedy, severity: issue.severity });
  });
}

function shortNorms(imported: Imported<ImportedNormRow>): ImportedLines {
  const firsts: number[] = [];
  const seen = new Set<string>();
  // Lines of one norm stand together, as the sheet wants them.
  const codes = [...new Set(imported.rows.map((row) => row.code))];
  const sorted = codes.flatMap((code) => imported.rows.filter((row) => row.code === code));
  const rows = sorted.map((row, at) => {
    const { code, type, resource, unit, quantity } = row;
    const isFirst = !seen.has(code);
    seen.add(code);
    if (isFirst) firsts.push(at);
    return normLineRowValues({
      code,
      type,
      resource,
      unit,
      ...(quantity === null ? { notApplicable: true } : { quantity }),
      ...(isFirst ? { name: code, serviceUnit: NOT_SAID } : {}),
    });
  });
  const findings = [...imported.findings, ...shortFindings(imported.rows, imported.name)];
  return finish(rows, codes, firsts, findings);
}

export function importNorms(grid: Grid): ImportedLines {
  const short = readNormRows(grid);
  if (isShort(short)) return shortNorms(short);
  const sheet = asSheet(grid, NORM_SHEET);
  if (sheet === null) return finish([], [], [], short.findings);
  const lines = readPlan({ sheets: [sheet] }).normLines;
  const { findings } = ownNormsOf(lines);
  const firsts = lines.flatMap((line, at) => (line.code === lines[at - 1]?.code ? [] : [at]));
  const names = lines.flatMap((line) => (line.code === null ? [] : [line.code]));
  const empty = lines.length === 0 ? short.findings : [];
  return finish(lines.map(normLineRowValues), names, firsts, [...empty, ...ofFile(findings, grid.name)]);
}

export interface PriceFacts {
  /** First day the prices hold, for files that do not say. */
  readonly from: IsoDate;
  readonly source: string;
}

export function importPrices(grid: Grid, facts: PriceFacts): ImportedLines {
  const short = readPriceRows(grid);
  if (!isShort(short)) return fullPrices(grid, short.findings);
  const findings = [...short.findings];
  const rows = short.rows.flatMap(({ line, type, resource, priceDong }) => {
    const price = toDong(Number(priceDong));
    if (price.ok) return [priceRowValues({ type, resource, unit: "-", priceDong: price.value, ...facts })];
    const remedy = "Kiểm tra lại số đồng.";
    findings.push(gridFinding("KC-NK-006", grid.name, line, 0, { message: price.error.vi, remedy }));
    return [];
  });
  return finish(
    rows,
    short.rows.map(({ resource }) => resource),
    [],
    findings,
  );
}

function fullPrices(grid: Grid, headerFindings: readonly Finding[]): ImportedLines {
  const sheet = asSheet(grid, PRICE_SHEET);
  if (sheet === null) return finish([], [], [], headerFindings);
  const lines = readPlan({ sheets: [sheet] }).priceLines;
  const { findings } = ownPricesOf(lines);
  const names = lines.flatMap(({ resource }) => (resource === null ? [] : [resource]));
  const empty = lines.length === 0 ? headerFindings : [];
  return finish(lines.map(priceRowValues), names, [], [...empty, ...ofFile(findings, grid.name)]);
}

/** The sheet of a workbook that holds the list: the template's own, else the first one that is not empty. */
export function listSheetOf(sheets: readonly FlatSheet[], kind: "norms" | "prices"): FlatSheet | null {
  const wanted = (kind === "norms" ? NORM_SHEET : PRICE_SHEET).name.toLowerCase();
  const filled = sheets.filter((sheet) => Object.keys(sheet.cells).length > 0);
  return filled.find((sheet) => sheet.name.toLowerCase() === wanted) ?? filled[0] ?? null;
}

export function placeOf(finding: Finding): string {
  const { sheet, cell, row } = finding.where;
  return cell !== undefined ? `${sheet} ${cell}` : `${sheet} ${row ?? 1}`;
}
