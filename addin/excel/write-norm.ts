/** A norm with its prices into KC_DinhMuc and KC_DonGia, and beside it the live unit price in a column of the person's own. */
import { columnLetters } from "../../shared/kernel/address.ts";
import type { FlatWorkbook } from "../../shared/kernel/flat.ts";
import { foldKey } from "../../shared/kernel/text.ts";
import type { RowValues } from "../../shared/workbook/build.ts";
import { findHeaders, findSheet, readPlan } from "../../shared/workbook/read.ts";
import { INFO_SHEET, NORM_SHEET, PRICE_SHEET } from "../../shared/workbook/template.ts";
import { headerStyle } from "../../shared/workbook/xlsx/looks.ts";
import type { Wrote } from "./changes.ts";
import { applyFormat, applyLook, widthPoints } from "./style.ts";
import { clearLine, placeChanges, type Placement } from "./place-rows.ts";
import type { CellsWrite } from "./write-cells.ts";
import { writeLines, type Beside } from "./write-rows.ts";

export interface PricedRow {
  /** Index of the norm's first line among the rows. */
  readonly at: number;
  readonly managementPercent: number | null;
}

export interface NormLines {
  readonly norms: readonly RowValues[];
  readonly prices: readonly RowValues[];
  /** First lines of the norms whose price is to be shown. */
  readonly priced: readonly PricedRow[];
  /** Header of the price column, in the person's language. */
  readonly priceHeader: string;
}

const PRICE_WIDTH = 16;

/** The column of an earlier norm, or the first free one. Letter and whether the header must be written. */
function priceColumn(
  workbook: FlatWorkbook,
  header: string,
): { letter: string; row: number; isNew: boolean } {
  const sheet = findSheet(workbook, NORM_SHEET.name);
  const headers = sheet === null ? null : findHeaders(sheet, NORM_SHEET);
  if (headers === null) return { letter: columnLetters(NORM_SHEET.columns.length + 1), row: 4, isNew: true };
  const known = [...headers.extra].find(([text]) => foldKey(text) === foldKey(header));
  if (known !== undefined) return { letter: columnLetters(known[1]), row: headers.row, isNew: false };
  const last = Math.max(...headers.columns.values(), ...headers.extra.values());
  return { letter: columnLetters(last + 1), row: headers.row, isNew: true };
}

/** "=KC.DONGIA(A5,KC_ThongTin!$B$4,KC_ThongTin!$B$7)": follows the norm's code, the place and the as-of date. */
export function unitPriceFormula(workbook: FlatWorkbook, row: number, management: number | null): string {
  const sheet = findSheet(workbook, NORM_SHEET.name);
  const columns = sheet === null ? undefined : findHeaders(sheet, NORM_SHEET)?.columns;
  const code = `${columnLetters(columns?.get("code") ?? 1)}${row}`;
  const { addressOf } = readPlan(workbook).info;
  const info = (id: string) => {
    const [, letters = "B", digits = "4"] = /^([A-Z]+)(\d+)$/.exec(addressOf[id] ?? "") ?? [];
    return `${INFO_SHEET.name}!$${letters}$${digits}`;
  };
  const rest = management === null ? "" : `,"TONG",${management}`;
  return `=KC.DONGIA(${code},${info("province")},${info("asOf")}${rest})`;
}

/** The live price beside the first line of each norm, in a column of the person's own. */
function pricesBeside(workbook: FlatWorkbook, lines: NormLines, placed: Placement): Beside {
  const { letter, row, isNew } = priceColumn(workbook, lines.priceHeader);
  const cells = lines.priced.map(({ at, managementPercent }) => {
    const line = placed.firstRow + at;
    return { address: `${letter}${line}`, formula: unitPriceFormula(workbook, line, managementPercent) };
  });
  const { sheet } = placed;
  const header = isNew ? [{ sheet, address: `${letter}${row}`, entries: [[lines.priceHeader]] }] : [];
  return {
    update: [...header, ...cells.map(({ address, formula }) => ({ sheet, address, entries: [[formula]] }))],
    dress: (context) => {
      const made = context.workbook.worksheets.getItem(sheet);
      for (const { address } of cells) applyFormat(made.getRange(address), "#,##0");
      if (!isNew) return;
      applyLook(made.getRange(`${letter}${row}`), headerStyle("computed"));
      made.getRange(`${letter}:${letter}`).format.columnWidth = widthPoints(PRICE_WIDTH);
    },
  };
}

/** All in one batch. Throws ExcelProblem as writeLines does. */
export async function writeNormLines(workbook: FlatWorkbook, lines: NormLines, wrote: Wrote): Promise<void> {
  const append = [
    ...(lines.norms.length === 0 ? [] : [{ def: NORM_SHEET, rows: lines.norms }]),
    ...(lines.prices.length === 0 ? [] : [{ def: PRICE_SHEET, rows: lines.prices }]),
  ];
  const beside = (placements: readonly Placement[]): Beside => {
    const placed = placements.find(({ sheet }) => foldKey(sheet) === foldKey(NORM_SHEET.name));
    if (placed === undefined || lines.priced.length === 0) return { update: [], dress: () => undefined };
    return pricesBeside(workbook, lines, placed);
  };
  await writeLines(workbook, { append, beside }, wrote);
}

export interface NormChange {
  readonly update: readonly { readonly row: number; readonly values: RowValues }[];
  readonly clear: readonly number[];
  readonly append: readonly RowValues[];
  readonly prices: readonly RowValues[];
  /** Row of the norm's price, where it has one. */
  readonly priceRow: number;
  readonly managementPercent: number | null;
}

/** The price beside a norm, when it is there and stands on another percentage of management. */
function priceWrite(workbook: FlatWorkbook, { priceRow, managementPercent }: NormChange): CellsWrite[] {
  const sheet = findSheet(workbook, NORM_SHEET.name);
  const headers = sheet === null ? null : findHeaders(sheet, NORM_SHEET);
  if (sheet === null || headers === null) return [];
  const wanted = unitPriceFormula(workbook, priceRow, managementPercent);
  return [...headers.extra.values()].flatMap((column): CellsWrite[] => {
    const address = `${columnLetters(column)}${priceRow}`;
    const formula = sheet.cells[address]?.formula;
    if (formula === undefined || !formula.startsWith("=KC.DONGIA(") || formula === wanted) return [];
    return [{ sheet: sheet.name, address, entries: [[wanted]] }];
  });
}

/**
 * Changes an own norm in its rows, all in one batch. Throws ExcelProblem.
 * @returns false when there was nothing to change
 */
export async function changeNorm(workbook: FlatWorkbook, change: NormChange, wrote: Wrote): Promise<boolean> {
  const update = [
    ...placeChanges(
      workbook,
      change.update.map((line) => ({ def: NORM_SHEET, ...line })),
    ),
    ...change.clear.flatMap((row) => clearLine(workbook, NORM_SHEET, row)),
    ...priceWrite(workbook, change),
  ];
  const append = [
    { def: NORM_SHEET, rows: change.append },
    { def: PRICE_SHEET, rows: change.prices },
  ].filter(({ rows }) => rows.length > 0);
  if (update.length + append.length === 0) return false;
  await writeLines(workbook, { append, update }, wrote);
  return true;
}
