/** A workbook file opened for small edits: its parts as text, relations and content types, and what was changed. */
import { ok, type Result } from "../../kernel/result.ts";
import { decodeText, encodeText } from "./bytes.ts";
import {
  openWorkbook,
  readRelations,
  relationsPath,
  resolvePath,
  folderOf,
  type OpenWorkbook,
} from "./read.ts";
import { asUtf8, escapeText, intoElement } from "./xml-edit.ts";
import { damaged, readPart, replaceParts } from "./zip.ts";

const TYPES = "[Content_Types].xml";
const PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export { DECLARATION };

/** Thrown inside this folder only; `annotateXlsx` turns it into a sentence. */
export class Uneditable extends Error {}

/** "xl/worksheets/sheet1.xml" → "/xl/worksheets/sheet1.xml": a target that needs no folder. */
const absolute = (path: string): string => `/${path}`;

export class EditableBook {
  readonly book: OpenWorkbook;
  private readonly changes = new Map<string, Uint8Array | null>();

  constructor(book: OpenWorkbook) {
    this.book = book;
  }

  /** Text of a part, edits included; null when there is none. Throws Uneditable on damage. */
  text(path: string): string | null {
    const changed = this.changes.get(path);
    if (changed !== undefined) return changed === null ? null : decodeText(changed);
    const part = readPart(this.book.zip, path);
    if (!part.ok) throw new Uneditable(path);
    return part.value === null ? null : decodeText(part.value);
  }

  write(path: string, text: string): void {
    this.changes.set(path, encodeText(asUtf8(text)));
  }

  remove(path: string): void {
    this.changes.set(path, null);
  }

  has(path: string): boolean {
    return this.changes.get(path) !== undefined || this.book.zip.entries.has(path.toLowerCase());
  }

  /** First free name beside the workbook part, which may lie in the root: prefix, number, suffix. */
  freePath(prefix: string, suffix: string): string {
    const start = resolvePath(this.book.folder, prefix);
    for (let n = 1; ; n += 1) if (!this.has(`${start}${n}${suffix}`)) return `${start}${n}${suffix}`;
  }

  /** Namespace of relation types in this file: transitional or strict. */
  get relationBase(): string {
    const text = this.text(relationsPath(this.book.path)) ?? "";
    return /Type\s*=\s*["']([^"']+)\/worksheet["']/.exec(text)?.[1] ?? OFFICE_RELATIONS;
  }

  /** Path of the first part of `owner` related by this type; null when none. */
  related(owner: string, type: string): string | null {
    const text = this.text(relationsPath(owner));
    if (text === null) return null;
    for (const relation of readRelations(encodeText(text)).values())
      if (relation.type === type) return resolvePath(folderOf(owner), relation.target);
    return null;
  }

  /** Adds a relation and answers its id. */
  relate(owner: string, type: string, target: string): string {
    const path = relationsPath(owner);
    const text =
      this.text(path) ?? `${DECLARATION}<Relationships xmlns="${PACKAGE_RELATIONS}"></Relationships>`;
    const ids = new Set([...text.matchAll(/\bId\s*=\s*["']([^"']+)["']/g)].map((match) => match[1]));
    let n = 1;
    while (ids.has(`rIdKc${n}`)) n += 1;
    const name = /<((?:[\w.-]+:)?)Relationships[\s/>]/.exec(text)?.[1] ?? "";
    const entry = `<${name}Relationship Id="rIdKc${n}" Type="${this.relationBase}/${type}" Target="${escapeText(absolute(target))}"/>`;
    const edited = intoElement(text, `${name}Relationships`, entry);
    if (edited === null) throw new Uneditable(path);
    this.write(path, edited);
    return `rIdKc${n}`;
  }

  /** Takes the relation of a part that is being removed out again. */
  unrelate(owner: string, type: string): void {
    const path = relationsPath(owner);
    const text = this.text(path);
    if (text === null) return;
    this.write(path, text.replace(new RegExp(`<(?:[\\w.-]+:)?Relationship\\s[^>]*/${type}["'][^>]*/>`), ""));
  }

  declareType(path: string, contentType: string): void {
    this.editTypes((types, prefix) =>
      intoElement(
        types,
        `${prefix}Types`,
        `<${prefix}Override PartName="${absolute(path)}" ContentType="${contentType}"/>`,
      ),
    );
  }

  /** Content type of every part with this extension, unless the file already names one. */
  declareExtension(extension: string, contentType: string): void {
    this.editTypes((types, prefix) => {
      if (new RegExp(`<${prefix}Default\\s[^>]*Extension\\s*=\\s*["']${extension}["']`, "i").test(types))
        return types;
      return types.replace(
        new RegExp(`(<${prefix}Types(?:\\s[^>]*)?>)`),
        `$1<${prefix}Default Extension="${extension}" ContentType="${contentType}"/>`,
      );
    });
  }

  undeclareType(path: string): void {
    const name = absolute(path).replace(/[.[\]]/g, "\\$&");
    this.editTypes((types, prefix) =>
      types.replace(new RegExp(`<${prefix}Override\\s[^>]*["']${name}["'][^>]*/>`, "i"), ""),
    );
  }

  private editTypes(edit: (types: string, prefix: string) => string | null): void {
    const types = this.text(TYPES);
    const edited = types === null ? null : edit(types, /<((?:[\w.-]+:)?)Types[\s/>]/.exec(types)?.[1] ?? "");
    if (edited === null) throw new Uneditable(TYPES);
    this.write(TYPES, edited);
  }

  finish(): Result<Uint8Array> {
    return replaceParts(this.book.zip, this.changes);
  }
}

/** Errors as of `readXlsx`; an edit that throws Uneditable is xlsx-damaged. */
export function editBook(bytes: Uint8Array, edit: (book: EditableBook) => void): Result<Uint8Array> {
  const opened = openWorkbook(bytes);
  if (!opened.ok) return opened;
  const book = new EditableBook(opened.value);
  try {
    edit(book);
  } catch (error) {
    if (!(error instanceof Uneditable)) throw error;
    return damaged();
  }
  const finished = book.finish();
  return finished.ok ? ok(finished.value) : finished;
}
