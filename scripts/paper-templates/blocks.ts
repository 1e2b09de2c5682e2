/** Parts that several papers share: the head of NĐ 30/2020, the page, tables whose rows are repeated, signatures. */
import {
  AlignmentType,
  Document,
  Header,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableLayoutType,
  TableRow,
  WidthType,
  type ISectionOptions,
} from "docx";
import { BODY, FONT, body, cell, line, run, shortRule, sideBySide, twip, type Align } from "./parts.ts";

const { CENTER, LEFT } = AlignmentType;
/** 13 pt */
const HEADING = 26;
/** 10,5 pt: seven columns in 162 mm, amounts of ten milliards on one line. */
const SMALL = 21;

export const DOTS = "…………";

export function letterhead(number: string) {
  const left = [
    line("{coQuanDong1}", { align: CENTER, bold: true, size: HEADING }),
    line("{coQuanDong2}", { align: CENTER, bold: true, size: HEADING }),
    shortRule(20),
    line(number, { align: CENTER, size: HEADING, paragraph: { spacing: { before: 100, after: 0 } } }),
  ];
  const right = [
    line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", { align: CENTER, bold: true, size: 25 }),
    line("Độc lập - Tự do - Hạnh phúc", { align: CENTER, bold: true, size: 27 }),
    shortRule(19),
    line("{diaDanhNgay}", {
      align: CENTER,
      italics: true,
      size: 27,
      paragraph: { spacing: { before: 100, after: 0 } },
    }),
  ];
  return sideBySide([left, right], [66, 96]);
}

export function title(name: string, about: string): Paragraph[] {
  return [
    line(name, { align: CENTER, bold: true, paragraph: { spacing: { before: 320, after: 0 } } }),
    line(about, { align: CENTER, bold: true }),
    shortRule(55),
  ];
}

export function heading(text: string): Paragraph {
  return line(text, {
    align: CENTER,
    bold: true,
    paragraph: { spacing: { before: 160, after: 120 }, keepNext: true },
  });
}

export const texts = (lines: readonly string[]): Paragraph[] => lines.map((text) => body(text));

/** The text of a paragraph that is repeated for each of a list, and vanishes for none. */
export const repeated = (name: string, text: string): string =>
  `{#${name} [loopOver: "paragraph"]}${text}{/${name}}`;

export interface ColumnDefinition {
  readonly header: string;
  /** mm */
  readonly width: number;
  readonly align?: Align;
}

function textCell(text: string, width: number, align: Align, bold: boolean, span = 1, keepNext = false) {
  const paragraph = { spacing: { before: 0, after: 0 }, keepNext };
  const content = line(text, { size: SMALL, align, bold, paragraph });
  return cell([content], width, span > 1 ? { columnSpan: span } : {});
}

export function headerRow(columns: readonly ColumnDefinition[]): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ header, width }) => textCell(header, width, CENTER, true)),
  });
}

export function bodyRow(columns: readonly ColumnDefinition[], cells: readonly string[]): TableRow {
  return new TableRow({
    cantSplit: true,
    children: columns.map(({ width, align }, at) => textCell(cells[at] ?? "", width, align ?? LEFT, false)),
  });
}

/** One wide cell with a label, then amounts under the last columns. */
export function sumRow(
  columns: readonly ColumnDefinition[],
  label: string,
  amounts: readonly string[],
  keepNext = false,
): TableRow {
  const span = columns.length - amounts.length;
  const width = columns.slice(0, span).reduce((sum, column) => sum + column.width, 0);
  return new TableRow({
    cantSplit: true,
    children: [
      textCell(label, width, LEFT, true, span, keepNext),
      ...amounts.map((amount, at) =>
        textCell(amount, columns[span + at]?.width ?? 0, AlignmentType.RIGHT, true, 1, keepNext),
      ),
    ],
  });
}

export function table(columns: readonly ColumnDefinition[], rows: readonly TableRow[]): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twip(columns.reduce((sum, column) => sum + column.width, 0)), type: WidthType.DXA },
    columnWidths: columns.map(({ width }) => twip(width)),
    rows: [headerRow(columns), ...rows],
  });
}

const space = () => [1, 2, 3, 4].map(() => line("", {}));

export interface Signer {
  readonly title: string;
  readonly note: string;
}

export function signer({ title: position, note }: Signer): Paragraph[] {
  return [
    line(position, { align: CENTER, bold: true }),
    line(note, { align: CENTER, italics: true, size: 22 }),
    ...space(),
    line(`${DOTS}${DOTS}${DOTS}`, { align: CENTER }),
  ];
}

export function signers(left: Signer, right: Signer) {
  return sideBySide([signer(left), signer(right)], [81, 81]);
}

export function recipients(lines: readonly string[], right: Signer) {
  const left = [
    line("Nơi nhận:", { bold: true, italics: true, size: 24 }),
    ...lines.map((text) => line(text, { size: 22 })),
  ];
  return sideBySide([left, signer(right)], [75, 87]);
}

/** Said on every paper we ship: the body of the statutory form was not at hand, so none is imitated. */
export function ownLayout(): Paragraph {
  return line("Bố cục theo mẫu của đơn vị; các trường theo nội dung phải có của việc đặt hàng.", {
    italics: true,
    size: 18,
    paragraph: { spacing: { before: 320, after: 0 } },
  });
}

export function unchecked(): Paragraph {
  const text = "Số liệu chưa đối chiếu nguyên văn quy định, cần kiểm tra trước khi ký: {noiDung}.";
  return line(repeated("chuaDoiChieu", text), {
    italics: true,
    size: 20,
    align: AlignmentType.JUSTIFIED,
    paragraph: { spacing: { before: 120, after: 0 } },
  });
}

/** An order for what the Treasury would refuse says so until somebody deletes the line. */
export function notReady(): Paragraph {
  const text =
    "Vào ngày lập, các đề án sau chưa đủ điều kiện đặt hàng theo danh mục đã công bố: {deAn}. Xem lại và xóa dòng này trước khi ký.";
  return line(repeated("chuaDuDieuKien", text), {
    italics: true,
    size: 20,
    align: AlignmentType.JUSTIFIED,
    paragraph: { spacing: { before: 120, after: 0 } },
  });
}

/** Page number at the top centre, none on the first page; margins as NĐ 30/2020 allows (20, 15–20, 20, 30 mm). */
export async function paper(name: string, children: ISectionOptions["children"]): Promise<Uint8Array> {
  const number = new Paragraph({
    alignment: CENTER,
    children: [run("", { size: HEADING, children: [PageNumber.CURRENT] })],
  });
  const margin = {
    top: twip(20),
    right: twip(18),
    bottom: twip(20),
    left: twip(30),
    header: twip(10),
    footer: twip(10),
  };
  const document = new Document({
    title: name,
    styles: { default: { document: { run: { font: FONT, size: BODY } } } },
    sections: [
      {
        properties: { titlePage: true, page: { size: { width: twip(210), height: twip(297) }, margin } },
        headers: { default: new Header({ children: [number] }), first: new Header({ children: [line("")] }) },
        children,
      },
    ],
  });
  return new Uint8Array(await Packer.toArrayBuffer(document));
}
