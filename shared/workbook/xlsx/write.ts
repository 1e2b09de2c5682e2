/** Flat workbook → .xlsx bytes, styled from the template. The same workbook gives the same parts on any day. */
import { writeXlsx as encodeWorkbook, type WriteOptions } from "hucre/xlsx";
import type { FlatWorkbook } from "../../kernel/flat.ts";
import { findSheet, readPlan } from "../read.ts";
import { INFO_NAMES, INFO_SHEET } from "../template.ts";
import { BODY_SIZE, FONT } from "./looks.ts";
import { LISTS_SHEET, listsSheet, longLists } from "./lists-sheet.ts";
import { unlockUnwritten } from "./protection.ts";
import { quoteSheet } from "./sheet-cells.ts";
import { sheetModels } from "./sheet-model.ts";
import { editZip, openZip } from "./zip.ts";

const ERRORS =
  "#VALUE!|#REF!|#N/A|#NAME\\?|#NULL!|#DIV/0!|#NUM!|#SPILL!|#CALC!|#GETTING_DATA|#BUSY!|#BLOCKED!";
/** A formula whose cached value is an error, written by the codec as a text. */
const TEXT_ERROR = new RegExp(`(<c [^>]*?)t="str"(>(?:<f[^>]*>[^<]*</f>)<v>(?:${ERRORS})</v>)`, "g");

/** Print titles as Excel itself orders them: columns, then rows. */
const ROWS_BEFORE_COLUMNS = /(?<=>)([^<>,]+!\$\d+:\$\d+),([^<>,]+!\$[A-Z]+:\$[A-Z]+)(?=<)/g;

/**
 * LibreOffice believes stored text results only of programs it knows; with any other name here it recalculates them
 * and shows #NAME? for our functions. Writers of this format therefore name Excel.
 */
const APP_PROPERTIES =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Excel</Application></Properties>';

/** Two characters which XML cannot hold and the codec lets through: in the format's own escape. */
function withoutForbidden(text: string): string {
  return text.replace(/[\uFFFE\uFFFF]/g, (char) => (char === "\uFFFE" ? "_xFFFE_" : "_xFFFF_"));
}

/** Excel refuses a file that opens on a sheet which is hidden. */
function firstShown(workbook: string): number {
  const sheets = [...workbook.matchAll(/<sheet [^>]*>/g)];
  return Math.max(
    0,
    sheets.findIndex(([sheet]) => !/ state="(?:hidden|veryHidden)"/.test(sheet)),
  );
}

/**
 * What the codec writes otherwise: the time of day (bytes would differ), an order to recalculate on opening (a reader
 * without the add-in would lose every figure to #NAME?), error results as text, and row heights that no longer grow.
 */
function refine(name: string, text: () => string): string | null {
  if (name === "docProps/core.xml")
    return text().replace(/<dcterms:modified[^>]*>[^<]*<\/dcterms:modified>/, "");
  if (name === "docProps/app.xml") return APP_PROPERTIES;
  if (name === "xl/styles.xml") return unlockUnwritten(text());
  if (name === "xl/workbook.xml")
    return text()
      .replace(/<calcPr[^>]*\/>/, '<calcPr calcId="191029"/>')
      .replace(ROWS_BEFORE_COLUMNS, "$2,$1")
      .replace(/ activeTab="0"/, () => ` activeTab="${firstShown(text())}"`);
  if (!/^xl\/(?:worksheets\/sheet|sharedStrings|comments|tables\/table)\d*\.xml$/.test(name)) return null;
  const sheet = text();
  const refined = withoutForbidden(sheet)
    .replace(TEXT_ERROR, '$1t="e"$2')
    .replace(/(<row [^>]*?) customHeight="1"/g, "$1");
  return refined === sheet ? null : refined;
}

/** Encodes any sheets; used for workbooks of the template and for printed annexes alike. */
export async function encodeSheets(options: WriteOptions): Promise<Uint8Array> {
  const bytes = await encodeWorkbook({ defaultFont: { name: FONT, size: BODY_SIZE }, ...options });
  const zip = openZip(bytes);
  if (!zip.ok) throw new Error(zip.error.en);
  return editZip(zip.value, refine);
}

function namedRanges(workbook: FlatWorkbook): NonNullable<WriteOptions["namedRanges"]> {
  const info = findSheet(workbook, INFO_SHEET.name);
  const { addressOf } = readPlan(workbook).info;
  return INFO_NAMES.flatMap(({ field, name }) => {
    const place = /^([A-Z]+)(\d+)$/.exec(addressOf[field] ?? "");
    return info === null || place === null
      ? []
      : [{ name, range: `${quoteSheet(info.name)}!$${place[1]}$${place[2]}` }];
  });
}

export async function writeXlsx(workbook: FlatWorkbook): Promise<Uint8Array> {
  const lists = longLists();
  const own = workbook.sheets.filter((sheet) => sheet.name !== LISTS_SHEET);
  const sheets = sheetModels(own, lists);
  const needsLists = lists.some((list) => findSheet(workbook, list.id.split(".")[0] ?? "") !== null);
  return encodeSheets({
    sheets: needsLists ? [...sheets, listsSheet(lists)] : sheets,
    namedRanges: namedRanges(workbook),
    properties: { title: "Sổ kế hoạch và dự toán khuyến công", creator: "KhuyenCong" },
  });
}
