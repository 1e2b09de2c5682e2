/** .xlsx bytes → flat workbook. Every refusal is a sentence that says what was found and what to do; nothing throws. */
import type { FlatSheet, FlatWorkbook } from "../../kernel/flat.ts";
import { fail, ok, type Result } from "../../kernel/result.ts";
import { recogniseOther } from "./recognise.ts";
import { LISTS_SHEET } from "./lists-sheet.ts";
import { readSheet, type SharedText } from "./read-sheet.ts";
import { legacyFont, readStyles, type CellLook } from "./styles.ts";
import { attribute, decodeEscapes, scanXml } from "./xml.ts";
import { damaged, openZip, readPart, type Zip } from "./zip.ts";

export const MAX_CELLS = 200_000;
/** Letters in all cells together. A plan of 5,000 lines has some 2 million. */
export const MAX_LETTERS = 20_000_000;

/** A flat workbook as found in a file, with what the person who sent it should know. */
export interface XlsxWorkbook extends FlatWorkbook {
  /** Vietnamese sentences, e.g. that macros were left out. */
  readonly notes: readonly string[];
}

interface SheetEntry {
  readonly name: string;
  readonly relation: string;
  readonly hidden: boolean;
}

interface WorkbookPart {
  readonly sheets: readonly SheetEntry[];
  readonly from1904: boolean;
}

interface Relation {
  readonly type: string;
  readonly target: string;
}

function readWorkbookPart(bytes: Uint8Array): WorkbookPart | null {
  const sheets: SheetEntry[] = [];
  let from1904 = false;
  const wellFormed = scanXml(bytes, {
    open(name, raw) {
      if (name === "workbookPr") from1904 = ["1", "true"].includes(attribute(raw, "date1904") ?? "");
      if (name !== "sheet") return;
      const state = attribute(raw, "state");
      sheets.push({
        name: attribute(raw, "name") ?? "",
        relation: attribute(raw, "(?:\\w+:)?id") ?? "",
        hidden: state === "hidden" || state === "veryHidden",
      });
    },
  });
  return wellFormed ? { sheets, from1904 } : null;
}

export function readRelations(bytes: Uint8Array | null): Map<string, Relation> {
  const relations = new Map<string, Relation>();
  if (bytes === null) return relations;
  scanXml(bytes, {
    open(name, raw) {
      if (name !== "Relationship") return;
      const type = (attribute(raw, "Type") ?? "").split("/").pop() ?? "";
      relations.set(attribute(raw, "Id") ?? "", { type, target: attribute(raw, "Target") ?? "" });
    },
  });
  return relations;
}

/** "../x.xml" against "xl/worksheets" → "xl/x.xml". */
export function resolvePath(folder: string, target: string): string {
  if (target.startsWith("/")) return target.slice(1);
  const parts = folder === "" ? [] : folder.split("/");
  for (const part of target.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

export function folderOf(path: string): string {
  return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
}

export function relationsPath(path: string): string {
  const folder = folderOf(path);
  const name = path.slice(folder === "" ? 0 : folder.length + 1);
  return `${folder === "" ? "" : `${folder}/`}_rels/${name}.rels`;
}

function readSharedStrings(bytes: Uint8Array | null): SharedText[] | null {
  if (bytes === null) return [];
  const strings: SharedText[] = [];
  let text = "";
  let font: string | null = null;
  let collecting = false;
  let phonetic = false;
  const wellFormed = scanXml(bytes, {
    open(name, raw) {
      if (name === "si") [text, font] = ["", null];
      else if (name === "t") collecting = !phonetic;
      else if (name === "rPh") phonetic = true;
      else if (name === "rFont") font ??= legacyFont(attribute(raw, "val"));
    },
    text(piece) {
      if (collecting) text += piece;
    },
    close(name) {
      if (name === "t") collecting = false;
      else if (name === "rPh") phonetic = false;
      else if (name === "si") strings.push({ text: decodeEscapes(text), font });
    },
  });
  return wellFormed ? strings : null;
}

/** Files that formulas reach into, as their paths stand in the workbook. */
function readExternalLinks(zip: Zip): Result<string[]> {
  const links: string[] = [];
  for (const entry of zip.entries.values()) {
    if (!/^xl\/externallinks\/_rels\/[^/]+\.rels$/i.test(entry.name)) continue;
    const part = readPart(zip, entry.name);
    if (!part.ok) return part;
    for (const relation of readRelations(part.value).values())
      if (relation.type.startsWith("externalLinkPath")) links.push(relation.target);
  }
  return ok(links);
}

function missingWorkbook(): Result<never> {
  return fail(
    "VALUE",
    "xlsx-no-workbook",
    "Tệp nén này không chứa sổ làm việc Excel. Hãy chọn tệp .xlsx lưu từ Excel, WPS hoặc LibreOffice.",
    "This archive holds no Excel workbook. Choose an .xlsx file saved by Excel, WPS or LibreOffice.",
  );
}

function tooManyCells(): Result<never> {
  return fail(
    "VALUE",
    "xlsx-too-many-cells",
    "Sổ có hơn 200.000 ô có nội dung, quá giới hạn. Hãy xóa các trang không thuộc kế hoạch rồi lưu lại.",
    "The workbook has more than 200,000 filled cells. Remove sheets that do not belong to the plan.",
  );
}

function tooLong(): Result<never> {
  return fail(
    "VALUE",
    "xlsx-too-much-text",
    "Chữ trong các ô của sổ cộng lại hơn 20 triệu ký tự, quá giới hạn. Hãy xóa các trang không thuộc kế hoạch rồi lưu lại.",
    "The cells of the workbook hold more than 20 million characters. Remove sheets that do not belong to the plan.",
  );
}

export interface OpenWorkbook {
  readonly zip: Zip;
  /** Name of the workbook part, e.g. "xl/workbook.xml". */
  readonly path: string;
  readonly part: WorkbookPart;
  readonly folder: string;
  readonly relations: ReadonlyMap<string, Relation>;
}

export function openWorkbook(bytes: Uint8Array): Result<OpenWorkbook> {
  const zip = openZip(bytes);
  if (!zip.ok) return zip;
  const roots = readPart(zip.value, "_rels/.rels");
  if (!roots.ok) return roots;
  const root = [...readRelations(roots.value).values()].find(
    (relation) => relation.type === "officeDocument",
  );
  const path = root === undefined ? "xl/workbook.xml" : resolvePath("", root.target);
  const other = recogniseOther(bytes, new Set(zip.value.entries.keys()));
  if (other !== null) return other;
  const workbook = readPart(zip.value, path);
  if (!workbook.ok) return workbook;
  if (workbook.value === null) return missingWorkbook();
  const part = readWorkbookPart(workbook.value);
  const relations = readPart(zip.value, relationsPath(path));
  if (!relations.ok) return relations;
  if (part === null) return damaged();
  if (part.sheets.length === 0) return missingWorkbook();
  return ok({
    zip: zip.value,
    path,
    part,
    folder: folderOf(path),
    relations: readRelations(relations.value),
  });
}

function relatedPart(book: OpenWorkbook, type: string): Result<Uint8Array | null> {
  const relation = [...book.relations.values()].find((candidate) => candidate.type === type);
  return relation === undefined ? ok(null) : readPart(book.zip, resolvePath(book.folder, relation.target));
}

function readSheets(
  book: OpenWorkbook,
  strings: readonly SharedText[],
  looks: readonly CellLook[],
): Result<FlatSheet[]> {
  const sheets: FlatSheet[] = [];
  let [cellsLeft, lettersLeft] = [MAX_CELLS, MAX_LETTERS];
  for (const entry of book.part.sheets) {
    const relation = book.relations.get(entry.relation);
    if (relation?.type !== "worksheet" || entry.name === LISTS_SHEET) continue;
    const part = readPart(book.zip, resolvePath(book.folder, relation.target));
    if (!part.ok) return part;
    const reading =
      part.value === null
        ? null
        : readSheet(part.value, { strings, looks, from1904: book.part.from1904, cellsLeft, lettersLeft });
    if (reading === null) return damaged();
    if (reading === "too-many") return tooManyCells();
    if (reading === "too-long") return tooLong();
    cellsLeft -= reading.count;
    lettersLeft -= reading.letters;
    sheets.push({
      name: entry.name,
      ...(entry.hidden ? { hidden: true } : {}),
      ...(reading.hiddenRows.length > 0 ? { hiddenRows: reading.hiddenRows } : {}),
      cells: reading.cells,
    });
  }
  return ok(sheets);
}

function macroNote(zip: Zip): string[] {
  return [...zip.entries.keys()].some((name) => name.endsWith("vbaproject.bin"))
    ? ["Tệp có macro. Phần mềm chỉ đọc số liệu và công thức, không chạy và không giữ macro."]
    : [];
}

/** Reads the bytes of an .xlsx (or .xlsm, macros left out) file. Error codes begin with "xlsx-". */
export async function readXlsx(bytes: Uint8Array): Promise<Result<XlsxWorkbook>> {
  const other = recogniseOther(bytes, null);
  if (other !== null) return other;
  const book = openWorkbook(bytes);
  if (!book.ok) return book;
  const stringsPart = relatedPart(book.value, "sharedStrings");
  if (!stringsPart.ok) return stringsPart;
  const strings = readSharedStrings(stringsPart.value);
  const stylesPart = relatedPart(book.value, "styles");
  if (!stylesPart.ok) return stylesPart;
  const looks = stylesPart.value === null ? [] : readStyles(stylesPart.value);
  if (strings === null || looks === null) return damaged();
  const sheets = readSheets(book.value, strings, looks);
  if (!sheets.ok) return sheets;
  const links = readExternalLinks(book.value.zip);
  if (!links.ok) return links;
  return ok({
    sheets: sheets.value,
    ...(links.value.length > 0 ? { externalLinks: links.value } : {}),
    notes: macroNote(book.value.zip),
  });
}
