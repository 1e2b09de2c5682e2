/** Archives made by hand for tests: what a careless or hostile program would write. */
import { crc32, encodeText } from "./bytes.ts";

export interface FixturePart {
  readonly name: string;
  readonly data: Uint8Array;
  /** Set to lie about the size or to give already compressed data. */
  readonly declaredBytes?: number;
  readonly method?: number;
  readonly flags?: number;
  readonly crc?: number;
}

const field = (value: number, bytes: number): number[] =>
  Array.from({ length: bytes }, (_, i) => Math.floor(value / 256 ** i) & 255);

export function makeZip(parts: readonly FixturePart[]): Uint8Array {
  const body: number[] = [];
  const directory: number[] = [];
  for (const part of parts) {
    const name = [...encodeText(part.name)];
    const common = [
      ...field(20, 2),
      ...field(part.flags ?? 0, 2),
      ...field(part.method ?? 0, 2),
      ...field(0, 4),
      ...field(part.crc ?? crc32(part.data), 4),
      ...field(part.data.length, 4),
      ...field(part.declaredBytes ?? part.data.length, 4),
      ...field(name.length, 2),
      ...field(0, 2),
    ];
    directory.push(
      ...field(0x02014b50, 4),
      ...field(20, 2),
      ...common,
      ...field(0, 10),
      ...field(body.length, 4),
      ...name,
    );
    body.push(...field(0x04034b50, 4), ...common, ...name);
    for (const byte of part.data) body.push(byte);
  }
  const end = [
    ...field(0x06054b50, 4),
    ...field(0, 4),
    ...field(parts.length, 2),
    ...field(parts.length, 2),
    ...field(directory.length, 4),
    ...field(body.length, 4),
    0,
    0,
  ];
  const output = new Uint8Array(body.length + directory.length + end.length);
  output.set(body, 0);
  output.set(directory, body.length);
  output.set(end, body.length + directory.length);
  return output;
}

const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export interface FixtureWorkbook {
  /** Inside of <sheetData>. */
  readonly rows: string;
  readonly sharedStrings?: string;
  readonly styles?: string;
  readonly workbookAttributes?: string;
  readonly extra?: readonly FixturePart[];
}

export function workbookParts(book: FixtureWorkbook): FixturePart[] {
  const text = (name: string, xml: string): FixturePart => ({
    name,
    data: encodeText(`<?xml version="1.0"?>${xml}`),
  });
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  return [
    text(
      "_rels/.rels",
      `<Relationships>${relation("a", "officeDocument", "/xl/workbook.xml")}</Relationships>`,
    ),
    text(
      "xl/workbook.xml",
      `<x:workbook xmlns:x="m" xmlns:r="r"><x:workbookPr ${book.workbookAttributes ?? ""}/><x:sheets><x:sheet name="Trang &amp; một" sheetId="1" r:id="s1"/></x:sheets></x:workbook>`,
    ),
    text(
      "xl/_rels/workbook.xml.rels",
      `<Relationships>${relation("s1", "worksheet", "worksheets/sheet1.xml")}${relation("s2", "sharedStrings", "sharedStrings.xml")}${relation("s3", "styles", "styles.xml")}</Relationships>`,
    ),
    text("xl/worksheets/sheet1.xml", `<worksheet><sheetData>${book.rows}</sheetData></worksheet>`),
    ...(book.sharedStrings === undefined
      ? []
      : [text("xl/sharedStrings.xml", `<sst>${book.sharedStrings}</sst>`)]),
    ...(book.styles === undefined ? [] : [text("xl/styles.xml", `<styleSheet>${book.styles}</styleSheet>`)]),
    ...(book.extra ?? []),
  ];
}

export function makeWorkbook(book: FixtureWorkbook): Uint8Array {
  return makeZip(workbookParts(book));
}
