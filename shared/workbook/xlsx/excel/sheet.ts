/** What Excel demands of one worksheet: cells in order, formulas, formats, dropdowns, tables, notes. */
import { columnNumber, parseAddress } from "../../../kernel/address.ts";
import { formulaProblem } from "../formula.ts";
import { relationsOf, uniqueness, type Package, type StyleCounts } from "./package.ts";
import { childOf, childrenOf, textBelow, type XmlNode } from "./tree.ts";

export interface SheetCheck {
  readonly book: Package;
  readonly path: string;
  readonly sheet: XmlNode;
  readonly styles: StyleCounts;
  readonly strings: XmlNode | undefined;
  readonly stringCount: number;
}

const LIMIT = { rows: 1_048_576, columns: 16_384, inlineList: 255, footer: 255, text: 32_767 };

interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

function areaOf(reference: string): Area | null {
  const [from, to = from] = reference.split(":");
  const [a, b] = [parseAddress(from ?? ""), parseAddress(to ?? "")];
  if (a === null || b === null || a.column > b.column || a.row > b.row) return null;
  if (b.row > LIMIT.rows || b.column > LIMIT.columns) return null;
  return { left: a.column, top: a.row, right: b.column, bottom: b.row };
}

function overlap(a: Area, b: Area): boolean {
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
}

/** Areas of a space-separated reference; a wrong one and two that overlap are problems. */
function areas(check: SheetCheck, what: string, references: readonly string[]): Area[] {
  const found: Area[] = [];
  for (const reference of references.flatMap((text) => text.split(" "))) {
    const area = areaOf(reference);
    if (area === null) check.book.problems.push(`${check.path}: ${what} ${reference}`);
    else {
      if (found.some((other) => overlap(area, other)))
        check.book.problems.push(`${check.path}: two ${what} overlap at ${reference}`);
      found.push(area);
    }
  }
  return found;
}

function checkCell(check: SheetCheck, cell: XmlNode): void {
  const { problems } = check.book;
  const at = `${check.path}!${cell.attributes["r"] ?? "?"}`;
  const style = Number(cell.attributes["s"] ?? 0);
  if (style > 0 && style >= check.styles.cells) problems.push(`${at}: style ${style}`);
  const value = childOf(cell, "v");
  const formula = childOf(cell, "f");
  if (cell.attributes["t"] === "s" && !(Number(value?.text) < check.stringCount))
    problems.push(`${at}: shared text`);
  if ((value?.text.length ?? 0) > LIMIT.text) problems.push(`${at}: text too long`);
  if (formula === undefined) return;
  const wrong =
    formula.text === "" && formula.attributes["t"] === "shared" ? null : formulaProblem(formula.text);
  if (wrong !== null) problems.push(`${at}: formula ${wrong}: ${formula.text.slice(0, 60)}`);
  if (/(?<!\w)KC[._]\w+\(/i.test(formula.text.replace(/"[^"]*"/g, "")))
    problems.push(`${at}: ${formula.text}`);
  if (/_xldudf_/.test(formula.text) && value === undefined) problems.push(`${at}: no cached value`);
}

function checkRows(check: SheetCheck): void {
  const { problems } = check.book;
  let lastRow = 0;
  for (const row of childrenOf(childOf(check.sheet, "sheetData"), "row")) {
    const number = Number(row.attributes["r"] ?? lastRow + 1);
    if (number <= lastRow || number > LIMIT.rows)
      problems.push(`${check.path}: row ${number} after ${lastRow}`);
    if (Number(row.attributes["ht"] ?? 0) > 409.5) problems.push(`${check.path}: height of row ${number}`);
    lastRow = number;
    let lastColumn = 0;
    for (const cell of childrenOf(row, "c")) {
      const place = parseAddress(cell.attributes["r"] ?? "");
      if (
        place === null ||
        place.row !== number ||
        place.column <= lastColumn ||
        place.column > LIMIT.columns
      )
        problems.push(`${check.path}: cell ${cell.attributes["r"]} in row ${number}`);
      lastColumn = place?.column ?? lastColumn;
      checkCell(check, cell);
    }
  }
}

function checkFormats(check: SheetCheck): void {
  const { problems } = check.book;
  const rules = childrenOf(check.sheet, "conditionalFormatting").flatMap((one) => childrenOf(one, "cfRule"));
  uniqueness(
    problems,
    `${check.path}: priority`,
    rules.map(({ attributes }) => attributes["priority"] ?? ""),
  );
  for (const rule of rules) {
    if (Number(rule.attributes["dxfId"] ?? -1) >= check.styles.differential)
      problems.push(`${check.path}: dxfId`);
    for (const { text } of childrenOf(rule, "formula")) {
      const wrong = formulaProblem(text);
      if (wrong !== null) problems.push(`${check.path}: conditional format ${wrong}`);
    }
  }
}

function checkDropdowns(check: SheetCheck): void {
  const { problems } = check.book;
  const list = childOf(check.sheet, "dataValidations");
  const all = childrenOf(list, "dataValidation");
  if (list?.attributes["count"] !== undefined && Number(list.attributes["count"]) !== all.length)
    problems.push(`${check.path}: count of validations`);
  if (list !== undefined && all.length === 0) problems.push(`${check.path}: empty list of validations`);
  areas(
    check,
    "validation",
    all.map(({ attributes }) => attributes["sqref"] ?? ""),
  );
  for (const one of all) {
    const { errorTitle = "", error = "", promptTitle = "", prompt = "", sqref = "" } = one.attributes;
    const formula = childOf(one, "formula1")?.text ?? "";
    if (formula === "") problems.push(`${check.path}: validation ${sqref} without formula`);
    if (/^".*"$/.test(formula) && formula.length - 2 > LIMIT.inlineList)
      problems.push(`${check.path}: list of ${sqref}`);
    if (errorTitle.length > 32 || promptTitle.length > 32 || error.length > 255 || prompt.length > 255)
      problems.push(`${check.path}: words of ${sqref}`);
  }
}

function headerTexts(check: SheetCheck, area: Area): string[] {
  const row = childrenOf(childOf(check.sheet, "sheetData"), "row").find(
    (one) => Number(one.attributes["r"]) === area.top,
  );
  const strings = childrenOf(check.strings, "si");
  return childrenOf(row, "c")
    .filter((cell) => {
      const column = parseAddress(cell.attributes["r"] ?? "")?.column ?? 0;
      return column >= area.left && column <= area.right;
    })
    .map((cell) => {
      const value = childOf(cell, "v")?.text ?? "";
      const shared = strings[Number(value)];
      if (cell.attributes["t"] === "s") return shared === undefined ? "" : textBelow(shared);
      return cell.attributes["t"] === "inlineStr" ? textBelow(cell) : value;
    });
}

/** Tables of the sheet; answers their names and ids. */
function checkTables(check: SheetCheck): { name: string; id: string }[] {
  const { problems, trees } = check.book;
  const parts = childrenOf(childOf(check.sheet, "tableParts"), "tablePart");
  const relations = relationsOf(check.book, check.path);
  const merges = areas(
    check,
    "merge",
    childrenOf(childOf(check.sheet, "mergeCells"), "mergeCell").map((one) => one.attributes["ref"] ?? ""),
  );
  const tables = parts.map((part) => {
    const id = Object.entries(part.attributes).find(([name]) => name.endsWith("id"))?.[1];
    return trees.get(relations.find((one) => one.id === id)?.target ?? "");
  });
  areas(
    check,
    "table",
    tables.map((table) => table?.attributes["ref"] ?? ""),
  );
  return tables.map((table) => {
    const area = areaOf(table?.attributes["ref"] ?? "");
    const name = table?.attributes["displayName"] ?? "";
    const columns = childrenOf(childOf(table, "tableColumns"), "tableColumn").map(
      (one) => one.attributes["name"] ?? "",
    );
    uniqueness(problems, `${name}: column`, columns);
    if (area === null || area.bottom === area.top) problems.push(`${name}: no row below its header`);
    else {
      if (area.right - area.left + 1 !== columns.length) problems.push(`${name}: number of columns`);
      if (headerTexts(check, area).join("\n") !== columns.join("\n"))
        problems.push(`${name}: headers differ from columns`);
      if (merges.some((merge) => overlap(merge, area))) problems.push(`${name}: merged cells inside`);
    }
    const filter = childOf(table, "autoFilter")?.attributes["ref"];
    if (filter !== undefined && filter !== table?.attributes["ref"])
      problems.push(`${name}: filter over ${filter}`);
    return { name, id: table?.attributes["id"] ?? "" };
  });
}

/** Each note has its box, each box its note. */
function checkNotes(check: SheetCheck): void {
  const { problems, trees } = check.book;
  const relations = relationsOf(check.book, check.path);
  const comments = trees.get(relations.find(({ type }) => type === "comments")?.target ?? "");
  if (comments === undefined) return;
  const notes = childrenOf(childOf(comments, "commentList"), "comment");
  const authors = childOf(comments, "authors")?.children.length ?? 0;
  uniqueness(
    problems,
    `${check.path}: note`,
    notes.map(({ attributes }) => attributes["ref"] ?? ""),
  );
  if (childOf(check.sheet, "legacyDrawing") === undefined)
    problems.push(`${check.path}: notes without a drawing`);
  const drawing = trees.get(relations.find(({ type }) => type === "vmlDrawing")?.target ?? "");
  const boxes = new Set(
    (drawing?.children ?? []).flatMap((shape) => {
      const data = childOf(shape, "ClientData");
      const [row, column] = [childOf(data, "Row")?.text, childOf(data, "Column")?.text];
      return row === undefined ? [] : [`${row},${column}`];
    }),
  );
  for (const note of notes) {
    const place = parseAddress(note.attributes["ref"] ?? "");
    if (place === null || !boxes.has(`${place.row - 1},${place.column - 1}`))
      problems.push(`${check.path}: note ${note.attributes["ref"]} has no box`);
    if (Number(note.attributes["authorId"]) >= authors) problems.push(`${check.path}: author of a note`);
    if (textBelow(note).length > LIMIT.text) problems.push(`${check.path}: note too long`);
  }
}

function checkPage(check: SheetCheck): void {
  const { problems } = check.book;
  for (const part of childOf(check.sheet, "headerFooter")?.children ?? [])
    if (part.text.length > LIMIT.footer) problems.push(`${check.path}: ${part.name} over 255 characters`);
  let last = 0;
  for (const { attributes } of childrenOf(childOf(check.sheet, "cols"), "col")) {
    const [min, max, width] = [
      Number(attributes["min"]),
      Number(attributes["max"]),
      Number(attributes["width"] ?? 0),
    ];
    if (min <= last || max < min || max > columnNumber("XFD") || width > 255)
      problems.push(`${check.path}: column ${min}`);
    last = max;
  }
}

/** Answers the tables of the sheet. */
export function checkSheet(check: SheetCheck): { name: string; id: string }[] {
  checkRows(check);
  checkFormats(check);
  checkDropdowns(check);
  checkNotes(check);
  checkPage(check);
  return checkTables(check);
}
