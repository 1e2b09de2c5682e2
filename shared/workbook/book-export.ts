/** The norms and prices of a workbook as files of their own: a proposal that another province or the ministry can read. */
import type { IsoDate } from "../kernel/date.ts";
import type { FlatSheet, FlatWorkbook } from "../kernel/flat.ts";
import { ok, type Result } from "../kernel/result.ts";
import { bookToCsv, pricesToCsv } from "../norms/convert.ts";
import { ownBooksOf } from "./own-books.ts";
import { findSheet } from "./read.ts";
import { NORM_SHEET, PRICE_SHEET } from "./template.ts";

/** Null when there is no valid norm. Error: norm-too-fine. */
export function exportNormsCsv(workbook: FlatWorkbook): Result<string | null> {
  const { norms } = ownBooksOf(workbook);
  return norms === null ? ok(null) : bookToCsv(norms);
}

/** Null when there is no price on that day. */
export function exportPricesCsv(workbook: FlatWorkbook, date: IsoDate): string | null {
  const { prices } = ownBooksOf(workbook);
  const province = prices?.prices.find((entry) => entry.province !== null)?.province ?? null;
  return prices === null ? null : pricesToCsv([prices], province, date);
}

/** Both books with their content hashes, as the service stores books; null when there is neither. */
export function exportBooksJson(workbook: FlatWorkbook): string | null {
  const { norms, prices } = ownBooksOf(workbook);
  return norms === null && prices === null ? null : `${JSON.stringify({ norms, prices }, null, 2)}\n`;
}

/** A workbook of the two sheets alone, figures instead of formulas; null when neither has a line. */
export function exportBooksWorkbook(workbook: FlatWorkbook): FlatWorkbook | null {
  const { norms, prices } = ownBooksOf(workbook);
  if (norms === null && prices === null) return null;
  const sheets = [NORM_SHEET, PRICE_SHEET].flatMap(({ name }): FlatSheet[] => {
    const sheet = findSheet(workbook, name);
    if (sheet === null) return [];
    const cells = Object.entries(sheet.cells).map(([address, { formula: _formula, ...cell }]) => [
      address,
      cell,
    ]);
    return [{ name: sheet.name, cells: Object.fromEntries(cells) as FlatSheet["cells"] }];
  });
  return { sheets };
}
