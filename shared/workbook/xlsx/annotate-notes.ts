/** Cell notes added to a sheet of somebody's file: those already there stay, also on the same cell. */
import { columnLetters, parseAddress } from "../../kernel/address.ts";
import { DECLARATION, Uneditable, type EditableBook } from "./annotate-book.ts";
import { beforeClosing, escapeText, insertChild, intoElement, namespaceOf, prefixOf } from "./xml-edit.ts";

const COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml";
const VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing";
/** Our notes are told from everybody else's by their author, and our lines on others' notes by this line. */
const AUTHOR = "Kiểm tra khuyến công";
const JOINT = "— Kiểm tra —";
/** Children of a worksheet that come after its note drawing. */
const AFTER_NOTES = [
  "legacyDrawingHF",
  "drawingHF",
  "picture",
  "oleObjects",
  "controls",
  "webPublishItems",
  "tableParts",
  "extLst",
];
const LINE_LETTERS = 42;

const EMPTY_VML =
  '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="64"/></o:shapelayout></xml>';
const SHAPE_TYPE =
  '<v:shapetype xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

/** A1 address → text. */
export type Notes = ReadonlyMap<string, string>;

function run(prefix: string, text: string): string {
  return `<${prefix}r><${prefix}t xml:space="preserve">${escapeText(text)}</${prefix}t></${prefix}r>`;
}

/** Appends to a note that is already on the cell; its own text and looks stay. */
function extended(comment: string, prefix: string, text: string): string {
  const runs = comment.replace(
    new RegExp(`(<${prefix}text>)\\s*(<${prefix}t(?:\\s[^>]*)?>[^<]*</${prefix}t>)`),
    `$1<${prefix}r>$2</${prefix}r>`,
  );
  const edited = intoElement(runs, `${prefix}text`, run(prefix, `\n${JOINT}\n${text}`));
  if (edited === null) throw new Uneditable("comment");
  return edited;
}

interface Written {
  readonly xml: string;
  /** Cells that had no note and need a shape. */
  readonly fresh: readonly string[];
}

function writeComments(xml: string, notes: Notes): Written {
  const prefix = prefixOf(xml, "comments");
  const authors = [...xml.matchAll(new RegExp(`<${prefix}author(?:\\s*/>|>([^<]*)<)`, "g"))];
  const known = authors.findIndex((match) => match[1] === AUTHOR);
  const author = known < 0 ? authors.length : known;
  const left = new Map(notes);
  const pattern = new RegExp(
    `<${prefix}comment\\s[^>]*?\\bref="([A-Z]+\\d+)"[^>]*>[^]*?</${prefix}comment>`,
    "g",
  );
  let edited = xml.replace(pattern, (comment: string, cell: string) => {
    const text = left.get(cell);
    left.delete(cell);
    return text === undefined ? comment : extended(comment, prefix, text);
  });
  const added = [...left]
    .map(
      ([cell, text]) =>
        `<${prefix}comment ref="${cell}" authorId="${author}"><${prefix}text>${run(prefix, text)}</${prefix}text></${prefix}comment>`,
    )
    .join("");
  if (added !== "") {
    const withAuthor = intoElement(
      edited,
      `${prefix}authors`,
      `<${prefix}author>${AUTHOR}</${prefix}author>`,
    );
    const withNotes = withAuthor === null ? null : intoElement(withAuthor, `${prefix}commentList`, added);
    if (withNotes === null) throw new Uneditable("comments");
    edited = withNotes;
  }
  return { xml: edited, fresh: [...left.keys()] };
}

function rowsFor(text: string): number {
  const lines = text
    .split("\n")
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LINE_LETTERS)), 0);
  return Math.min(24, Math.max(4, lines + 1));
}

/** The yellow box of one note; positions are counted in columns and rows from 0. */
function shape(id: number, cell: string, text: string): string {
  const place = parseAddress(cell);
  if (place === null) throw new Uneditable(cell);
  const [column, row] = [place.column - 1, place.row - 1];
  const rows = rowsFor(text);
  const top = Math.max(0, row - 1);
  const anchor = [column + 1, 15, top, 2, column + 4, 31, top + rows, 4].join(",");
  return `<v:shape xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel" id="_x0000_s${id}" type="#_x0000_t202" style="position:absolute;margin-left:60pt;margin-top:2pt;width:260pt;height:${rows * 15}pt;z-index:${id};visibility:hidden" fillcolor="#fff1d6" o:insetmode="auto"><v:fill color2="#fff1d6"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`;
}

function writeShapes(vml: string, fresh: readonly string[], notes: Notes): string {
  const ids = [...vml.matchAll(/_x0000_s(\d+)/g)].map((match) => Number(match[1]));
  const first = Math.max(65_536, ...ids) + 1;
  const shapes = fresh.map((cell, index) => shape(first + index, cell, notes.get(cell) ?? "")).join("");
  const type = /id="_x0000_t202"/.test(vml) ? "" : SHAPE_TYPE;
  const edited = beforeClosing(vml, "xml", type + shapes);
  if (edited === null) throw new Uneditable("vmlDrawing");
  return edited;
}

function addDrawing(book: EditableBook, sheetPath: string): string {
  const path = book.freePath("drawings/vmlDrawingKc", ".vml");
  book.declareExtension("vml", VML_TYPE);
  book.write(path, EMPTY_VML);
  const id = book.relate(sheetPath, "vmlDrawing", path);
  const sheet = book.text(sheetPath) ?? "";
  const prefix = prefixOf(sheet, "worksheet");
  const element = `<${prefix}legacyDrawing xmlns:r="${book.relationBase}" r:id="${id}"/>`;
  const from = afterSheetData(sheet, prefix);
  const edited = from < 0 ? null : insertChild(sheet, from, AFTER_NOTES, element);
  if (edited === null) throw new Uneditable(sheetPath);
  book.write(sheetPath, edited);
  return path;
}

/** Where the children after the cells begin; −1 when there are no cells. */
export function afterSheetData(sheet: string, prefix: string): number {
  const closing = `</${prefix}sheetData>`;
  const at = sheet.lastIndexOf(closing);
  if (at >= 0) return at + closing.length;
  const empty = new RegExp(`<${prefix}sheetData\\s*/>`).exec(sheet);
  return empty === null ? -1 : empty.index + empty[0].length;
}

function addComments(book: EditableBook, sheetPath: string): string {
  const path = book.freePath("commentsKc", ".xml");
  const main = namespaceOf(book.text(sheetPath) ?? "", "worksheet");
  book.write(
    path,
    `${DECLARATION}<comments xmlns="${main}"><authors></authors><commentList></commentList></comments>`,
  );
  book.declareType(path, COMMENTS_TYPE);
  book.relate(sheetPath, "comments", path);
  return path;
}

/** Path of the drawing that holds the sheet's note boxes, when it has one. */
function noteDrawing(book: EditableBook, sheetPath: string): string | null {
  return /<(?:[\w.-]+:)?legacyDrawing\s/.test(book.text(sheetPath) ?? "")
    ? book.related(sheetPath, "vmlDrawing")
    : null;
}

/** Takes out what an earlier check wrote, so that a corrected and re-checked file shows today's findings only. */
export function removeOldNotes(book: EditableBook, sheetPath: string): void {
  const path = book.related(sheetPath, "comments");
  const xml = path === null ? null : book.text(path);
  if (path === null || xml === null) return;
  const prefix = prefixOf(xml, "comments");
  const authors = [...xml.matchAll(new RegExp(`<${prefix}author(?:\\s*/>|>([^<]*)</${prefix}author>)`, "g"))];
  const ours = authors.findIndex((match) => match[1] === AUTHOR);
  const gone: string[] = [];
  const cleaned = xml
    .replace(
      new RegExp(`<${prefix}r><${prefix}t[^>]*>\\n${JOINT}\\n[^<]*</${prefix}t></${prefix}r>`, "g"),
      "",
    )
    .replace(new RegExp(`<${prefix}comment\\s[^>]*>[^]*?</${prefix}comment>`, "g"), (comment: string) => {
      const [, author] = /\bauthorId="(\d+)"/.exec(comment) ?? [];
      const [, cell] = /\bref="([A-Z]+\d+)"/.exec(comment) ?? [];
      if (ours < 0 || Number(author) !== ours || cell === undefined) return comment;
      gone.push(cell);
      return "";
    });
  if (cleaned !== xml) book.write(path, cleaned);
  if (gone.length > 0) removeShapes(book, sheetPath, gone);
}

function removeShapes(book: EditableBook, sheetPath: string, cells: readonly string[]): void {
  const path = noteDrawing(book, sheetPath);
  const vml = path === null ? null : book.text(path);
  if (path === null || vml === null) return;
  const places = new Set(
    cells.map((cell) => {
      const place = parseAddress(cell);
      return place === null ? "" : `${place.row - 1},${place.column - 1}`;
    }),
  );
  const edited = vml.replace(/<v:shape\s[^]*?<\/v:shape>/g, (drawn: string) => {
    const row = /<x:Row>(\d+)<\/x:Row>/.exec(drawn)?.[1] ?? "";
    const column = /<x:Column>(\d+)<\/x:Column>/.exec(drawn)?.[1] ?? "";
    return places.has(`${row},${column}`) ? "" : drawn;
  });
  book.write(path, edited);
}

/** Throws Uneditable. */
export function addNotes(book: EditableBook, sheetPath: string, notes: Notes): void {
  if (notes.size === 0) return;
  const commentsPath = book.related(sheetPath, "comments") ?? addComments(book, sheetPath);
  const { xml, fresh } = writeComments(book.text(commentsPath) ?? "", notes);
  book.write(commentsPath, xml);
  if (fresh.length === 0) return;
  const drawingPath = noteDrawing(book, sheetPath) ?? addDrawing(book, sheetPath);
  book.write(drawingPath, writeShapes(book.text(drawingPath) ?? "", fresh, notes));
}

/** The first cell of a row, for findings about a whole line. */
export function cellOf(where: {
  readonly cell?: string | undefined;
  readonly row?: number | undefined;
}): string | null {
  if (where.cell !== undefined)
    return parseAddress(where.cell) === null ? null : where.cell.replaceAll("$", "");
  return where.row === undefined ? null : `${columnLetters(1)}${where.row}`;
}
