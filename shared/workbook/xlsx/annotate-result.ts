/** The sheet KC_KetQua of somebody's file: filled when it is there, added as the last sheet when it is not. */
import { columnLetters } from "../../kernel/address.ts";
import type { Finding } from "../../kernel/finding.ts";
import { resultLine } from "../result-line.ts";
import { FIRST_ROW, HEADER_ROW, HELP_ROW, RESULT_SHEET, TITLE_ROW } from "../template.ts";
import { DECLARATION, Uneditable, type EditableBook } from "./annotate-book.ts";
import { afterSheetData } from "./annotate-notes.ts";
import { escapeText, intoElement, namespaceOf, prefixOf } from "./xml-edit.ts";

const SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml";

/** One cell; texts stay texts whatever they begin with. */
function cell(
  prefix: string,
  address: string,
  value: string | number | null,
  style: string,
  bold = false,
): string {
  const s = style === "" ? "" : ` s="${style}"`;
  if (value === null || value === "") return style === "" ? "" : `<${prefix}c r="${address}"${s}/>`;
  if (typeof value === "number")
    return `<${prefix}c r="${address}"${s}><${prefix}v>${value}</${prefix}v></${prefix}c>`;
  const t = `<${prefix}t xml:space="preserve">${escapeText(value)}</${prefix}t>`;
  const content = bold ? `<${prefix}r><${prefix}rPr><${prefix}b/></${prefix}rPr>${t}</${prefix}r>` : t;
  return `<${prefix}c r="${address}"${s} t="inlineStr"><${prefix}is>${content}</${prefix}is></${prefix}c>`;
}

function row(prefix: string, number: number, cells: readonly string[]): string {
  return `<${prefix}row r="${number}">${cells.join("")}</${prefix}row>`;
}

function findingRows(prefix: string, findings: readonly Finding[], styles: readonly string[]): string {
  return findings
    .slice(0, RESULT_SHEET.capacity)
    .map((finding, index) => {
      const at = FIRST_ROW + index;
      const cells = resultLine(finding).map((value, i) =>
        cell(prefix, `${columnLetters(i + 1)}${at}`, value, styles[i] ?? ""),
      );
      return row(prefix, at, cells);
    })
    .join("");
}

function headRows(prefix: string): string {
  const title = row(prefix, TITLE_ROW, [cell(prefix, `A${TITLE_ROW}`, RESULT_SHEET.title, "", true)]);
  const help = row(prefix, HELP_ROW, [cell(prefix, `A${HELP_ROW}`, RESULT_SHEET.help, "")]);
  const headers = RESULT_SHEET.columns.map((column, i) =>
    cell(prefix, `${columnLetters(i + 1)}${HEADER_ROW}`, column.header, "", true),
  );
  return title + help + row(prefix, HEADER_ROW, headers);
}

/** Style of each column as the first line of findings has it. */
function columnStyles(firstRow: string): string[] {
  return RESULT_SHEET.columns.map((_, i) => {
    const tag = new RegExp(`<(?:[\\w.-]+:)?c\\s[^>]*\\br="${columnLetters(i + 1)}${FIRST_ROW}"[^>]*>`).exec(
      firstRow,
    )?.[0];
    return /\ss="(\d+)"/.exec(tag ?? "")?.[1] ?? "";
  });
}

interface SplitRows {
  readonly kept: string;
  readonly dropped: string;
}

/** Rows above the findings stay as they are; the rest was written by this product before. */
function splitRows(data: string, prefix: string): SplitRows {
  const pattern = new RegExp(`<${prefix}row(?=[\\s/>])([^>]*?)(?:/>|>[^]*?</${prefix}row>)`, "g");
  let [kept, dropped, next] = ["", "", 1];
  for (const match of data.matchAll(pattern)) {
    const number = Number(/\br="(\d+)"/.exec(match[1] ?? "")?.[1] ?? next);
    next = number + 1;
    if (number < FIRST_ROW) kept += match[0];
    else dropped += match[0];
  }
  return { kept, dropped };
}

function fillSheet(book: EditableBook, path: string, findings: readonly Finding[]): void {
  const sheet = book.text(path) ?? "";
  const prefix = prefixOf(sheet, "worksheet");
  const end = afterSheetData(sheet, prefix);
  const open = new RegExp(`<${prefix}sheetData(?:\\s[^>]*)?>`).exec(sheet);
  if (end < 0 || open === null) throw new Uneditable(path);
  const { kept, dropped } = splitRows(sheet.slice(open.index, end), prefix);
  const head = new RegExp(`\\br="${HEADER_ROW}"`).test(kept) ? kept : headRows(prefix);
  const rows = head + findingRows(prefix, findings, columnStyles(dropped));
  const before = sheet
    .slice(0, open.index)
    .replace(new RegExp(`<${prefix}dimension\\s[^>]*?(?:/>|></${prefix}dimension>)`), "");
  const data = `<${prefix}sheetData>${rows}</${prefix}sheetData>`;
  book.write(path, before + data + sheet.slice(end));
  if (new RegExp(`<${prefix}f[\\s/>]`).test(dropped)) dropCalcChain(book);
  stretchTable(book, path, findings.length);
}

/** The order of calculation may name cells that are gone; programs make it anew when it is missing. */
function dropCalcChain(book: EditableBook): void {
  const path = book.related(book.book.path, "calcChain");
  if (path === null) return;
  book.remove(path);
  book.unrelate(book.book.path, "calcChain");
  book.undeclareType(path);
}

/** The table over the findings reaches to the last of them. */
function stretchTable(book: EditableBook, sheetPath: string, count: number): void {
  const path = book.related(sheetPath, "table");
  const table = path === null ? null : book.text(path);
  if (path === null || table === null) return;
  const last = FIRST_ROW + Math.max(1, Math.min(count, RESULT_SHEET.capacity)) - 1;
  const range = new RegExp(`\\bref="(\\$?[A-Z]+\\$?${HEADER_ROW}:\\$?[A-Z]+\\$?)\\d+"`, "g");
  book.write(path, table.replace(range, `ref="$1${last}"`));
}

/** A style that wraps text and begins at the top; "" where the file has no styles to add to. */
function wrapStyle(book: EditableBook): string {
  const path = book.related(book.book.path, "styles");
  const styles = path === null ? null : book.text(path);
  if (path === null || styles === null) return "";
  const prefix = prefixOf(styles, "styleSheet");
  const list = new RegExp(`<${prefix}cellXfs(?:\\s[^>]*)?>([^]*?)</${prefix}cellXfs>`).exec(styles);
  if (list === null) return "";
  const count = [...(list[1] ?? "").matchAll(new RegExp(`<${prefix}xf[\\s/>]`, "g"))].length;
  const xf = `<${prefix}xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" applyAlignment="1"><${prefix}alignment vertical="top" wrapText="1"/></${prefix}xf>`;
  const edited = `<${prefix}cellXfs count="${count + 1}">${list[1] ?? ""}${xf}</${prefix}cellXfs>`;
  book.write(path, styles.slice(0, list.index) + edited + styles.slice(list.index + list[0].length));
  return String(count);
}

function addSheet(book: EditableBook, findings: readonly Finding[]): void {
  const workbook = book.text(book.book.path) ?? "";
  const prefix = prefixOf(workbook, "workbook");
  const main = namespaceOf(workbook, "workbook");
  const path = book.freePath("worksheets/sheetKc", ".xml");
  const style = wrapStyle(book);
  const columns = RESULT_SHEET.columns
    .map((column, i) => `<col min="${i + 1}" max="${i + 1}" width="${column.width}" customWidth="1"/>`)
    .join("");
  const styles = RESULT_SHEET.columns.map(() => style);
  book.write(
    path,
    `${DECLARATION}<worksheet xmlns="${main}"><cols>${columns}</cols><sheetData>${headRows("")}${findingRows("", findings, styles)}</sheetData></worksheet>`,
  );
  book.declareType(path, SHEET_TYPE);
  const id = book.relate(book.book.path, "worksheet", path);
  const ids = [...workbook.matchAll(/\bsheetId="(\d+)"/g)].map((match) => Number(match[1]));
  const entry = `<${prefix}sheet xmlns:r="${book.relationBase}" name="${RESULT_SHEET.name}" sheetId="${Math.max(0, ...ids) + 1}" r:id="${id}"/>`;
  const edited = intoElement(workbook, `${prefix}sheets`, entry);
  if (edited === null) throw new Uneditable(book.book.path);
  book.write(book.book.path, edited);
}

/** Throws Uneditable. */
export function writeResultSheet(
  book: EditableBook,
  path: string | null,
  findings: readonly Finding[],
): void {
  if (path === null) addSheet(book, findings);
  else fillSheet(book, path, findings);
}
