/** Building blocks of a paper in the layout of NĐ 30/2020: fonts, rules, tables. Sizes in half-points, lengths in mm. */
import {
  AlignmentType,
  BorderStyle,
  FootnoteReferenceRun,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
  type IParagraphOptions,
  type IRunOptions,
  type ITableCellOptions,
} from "docx";

export const FONT = "Times New Roman";
/** 14 pt */
export const BODY = 28;
/** Twentieths of a point, rounded: cutting off would make a margin of 20 mm too narrow. */
export const twip = (millimetres: number): number => Math.round((millimetres * 1440) / 25.4);

export type Align = (typeof AlignmentType)[keyof typeof AlignmentType];

export function run(text: string, options: IRunOptions = {}): TextRun {
  return new TextRun({ text, font: FONT, size: BODY, ...options });
}

export interface TextOptions extends IRunOptions {
  readonly align?: Align;
  readonly paragraph?: IParagraphOptions;
  readonly footnote?: number;
}

/** One paragraph of one run. */
export function line(text: string, { align, paragraph, footnote, ...options }: TextOptions = {}): Paragraph {
  const children =
    footnote === undefined ? [run(text, options)] : [run(text, options), new FootnoteReferenceRun(footnote)];
  return new Paragraph({
    alignment: align ?? AlignmentType.LEFT,
    spacing: { before: 0, after: 0 },
    ...paragraph,
    children,
  });
}

/** Body text: justified, first line set in, 6 pt between paragraphs. Bold runs stand between **. */
export function body(text: string, options: IRunOptions = {}, paragraph: IParagraphOptions = {}): Paragraph {
  const children = text
    .split("**")
    .map((piece, index) => run(piece, { ...options, ...(index % 2 === 1 ? { bold: true } : {}) }));
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: twip(10) },
    spacing: { before: 60, after: 60, line: 288 },
    ...paragraph,
    children,
  });
}

/** Stays on the page of the table that follows. */
export const overTable = (text: string): Paragraph => body(text, {}, { keepNext: true });

/** A short rule under a heading: `inset` is the free space at each side. */
export function shortRule(inset: number): Paragraph {
  return new Paragraph({
    indent: { left: twip(inset), right: twip(inset) },
    spacing: { before: 20, after: 0, line: 120 },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: "000000" } },
    children: [],
  });
}

const NONE = { style: BorderStyle.NONE, size: 0, color: "FFFFFF" } as const;
const NO_BORDERS = { top: NONE, bottom: NONE, left: NONE, right: NONE };
const THIN = { style: BorderStyle.SINGLE, size: 4, color: "000000" } as const;
const BOX = { top: THIN, bottom: THIN, left: THIN, right: THIN };

export function cell(
  children: readonly Paragraph[],
  width: number,
  options: Partial<ITableCellOptions> = {},
): TableCell {
  return new TableCell({
    width: { size: twip(width), type: WidthType.DXA },
    margins: { top: 30, bottom: 30, left: 60, right: 60 },
    borders: BOX,
    verticalAlign: VerticalAlign.CENTER,
    ...options,
    children: [...children],
  });
}

/** Columns side by side without borders: headings, signatures. */
export function sideBySide(columns: readonly (readonly Paragraph[])[], widths: readonly number[]): Table {
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twip(widths.reduce((a, b) => a + b, 0)), type: WidthType.DXA },
    columnWidths: widths.map(twip),
    borders: { ...NO_BORDERS, insideHorizontal: NONE, insideVertical: NONE },
    rows: [
      new TableRow({
        children: columns.map((children, index) =>
          cell(children, widths[index] ?? 0, {
            borders: NO_BORDERS,
            verticalAlign: VerticalAlign.TOP,
            margins: { top: 0, bottom: 0, left: 0, right: 0 },
          }),
        ),
      }),
    ],
  });
}
