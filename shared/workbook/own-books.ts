/** The norm book and the price list a workbook carries in KC_DinhMuc and KC_DonGia. */
import type { FlatWorkbook } from "../kernel/flat.ts";
import { keptWith } from "../kernel/kept-with.ts";
import { NO_OWN_BOOKS, type OwnBooks } from "./merge-books.ts";
import { ownNormsOf } from "./own-norms.ts";
import { ownPricesOf } from "./own-prices.ts";
import { findSheet, readInfo, readLines } from "./read.ts";
import { INFO_SHEET, NORM_SHEET, PRICE_SHEET } from "./template.ts";
import { toNormLine, toPriceLine } from "./typed-lines.ts";

export { withOwnBooks, type OwnBooks, type Shipped } from "./merge-books.ts";

export const ownBooksOf: (workbook: FlatWorkbook) => OwnBooks = keptWith(readOwn);

function readOwn(workbook: FlatWorkbook): OwnBooks {
  const { pins } = readInfo(workbook, INFO_SHEET);
  const pinned = pins.map(({ id, version }) => `${id}#${version}`);
  if (findSheet(workbook, NORM_SHEET.name) === null && findSheet(workbook, PRICE_SHEET.name) === null)
    return pins.length === 0 ? NO_OWN_BOOKS : { ...NO_OWN_BOOKS, pins, version: pinned.join() };
  const prices = ownPricesOf(readLines(workbook, PRICE_SHEET).map(toPriceLine));
  const norms = ownNormsOf(readLines(workbook, NORM_SHEET).map(toNormLine));
  const versions = [norms.book?.version ?? "", prices.book?.version ?? "", ...pinned];
  return {
    norms: norms.book,
    prices: prices.book,
    findings: [...norms.findings, ...prices.findings],
    pins,
    version: versions.every((version) => version === "") ? "" : versions.join("."),
  };
}
