/** The table of Điều 1: what is ordered, line by line, grouped by fund. */
import { AlignmentType, Table, TableLayoutType, TableRow, WidthType, type ITableCellOptions } from "docx";
import { addDong, dong, formatDong } from "../../shared/kernel/money.ts";
import { cell, line, twip, type Align } from "./docx-parts.ts";
import type { OrderInput, OrderLine } from "./types.ts";

/** 10,5 pt: seven columns in 162 mm, amounts of ten milliards on one line. */
const SIZE = 21;

export const FUND_LABELS: Readonly<Record<string, string>> = {
  QG: "Kinh phí khuyến công quốc gia",
  ĐP: "Kinh phí khuyến công địa phương",
};

const COLUMNS = [
  { header: "TT", width: 8 },
  { header: "Tên dịch vụ (đề án)", width: 40 },
  { header: "Khối lượng", width: 17 },
  { header: "Chất lượng", width: 23 },
  { header: "Thời gian bắt đầu, hoàn thành", width: 22 },
  { header: "Đơn giá (đồng)", width: 24 },
  { header: "Thành tiền (đồng)", width: 28 },
] as const;

export const QUALITY = "Theo yêu cầu tại đề án được duyệt";

export interface FundGroup {
  readonly fund: string;
  readonly label: string;
  readonly lines: readonly OrderLine[];
  readonly totalDong: number;
  readonly supportDong: number;
  readonly counterpartDong: number;
  readonly otherDong: number;
}

export function sumOf(lines: readonly OrderLine[], pick: (line: OrderLine) => number): number {
  return addDong(...lines.map((item) => dong(pick(item))));
}

/** National fund first; a line without a fund keeps its own group rather than vanish. */
export function groupByFund(lines: readonly OrderLine[]): FundGroup[] {
  const funds = [...new Set(["QG", "ĐP", ...lines.map((item) => item.fund)])];
  return funds
    .map((fund) => ({ fund, lines: lines.filter((item) => item.fund === fund) }))
    .filter((group) => group.lines.length > 0)
    .map(({ fund, lines: own }) => ({
      fund,
      label: FUND_LABELS[fund] ?? "Nguồn chưa ghi rõ",
      lines: own,
      totalDong: sumOf(own, (item) => item.totalDong),
      supportDong: sumOf(own, (item) => item.supportDong),
      counterpartDong: sumOf(own, (item) => item.counterpartDong),
      otherDong: sumOf(own, (item) => item.otherDong),
    }));
}

/** The price of one unit when the amount divides evenly, else the amount is a lump sum. */
export function unitPrice(item: OrderLine): string {
  const count = /^\d+$/.test(item.count.replaceAll(".", "")) ? Number(item.count.replaceAll(".", "")) : 0;
  return count > 0 && item.supportDong % count === 0 ? formatDong(item.supportDong / count) : "Trọn gói";
}

interface CellText {
  readonly bold?: boolean;
  readonly footnote?: number | undefined;
  /** Keep on one page with the next row. */
  readonly keepNext?: boolean;
}

function textCell(
  text: string,
  width: number,
  align: Align,
  { bold, footnote, keepNext }: CellText = {},
  options: Partial<ITableCellOptions> = {},
) {
  const paragraph = keepNext === true ? { paragraph: { spacing: { before: 0, after: 0 }, keepNext } } : {};
  return cell(
    [
      line(text, {
        size: SIZE,
        align,
        bold: bold === true,
        ...paragraph,
        ...(footnote === undefined ? {} : { footnote }),
      }),
    ],
    width,
    options,
  );
}

function headerRow(footnote: number | undefined): TableRow {
  return new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: COLUMNS.map((column, index) =>
      textCell(column.header, column.width, AlignmentType.CENTER, {
        bold: true,
        footnote: index === COLUMNS.length - 1 ? footnote : undefined,
      }),
    ),
  });
}

function lineRow(item: OrderLine, index: number): TableRow {
  const span =
    item.start === "" && item.end === ""
      ? "Theo đề án được duyệt"
      : `${item.start || "…"} – ${item.end || "…"}`;
  const texts = [
    String(index + 1),
    item.name,
    `${item.count} ${item.unit}`.trim(),
    QUALITY,
    span,
    unitPrice(item),
    formatDong(item.supportDong),
  ];
  const { CENTER, LEFT, RIGHT } = AlignmentType;
  const aligns = [CENTER, LEFT, CENTER, LEFT, CENTER, RIGHT, RIGHT];
  return new TableRow({
    cantSplit: true,
    children: COLUMNS.map((column, at) => textCell(texts[at] ?? "", column.width, aligns[at] ?? LEFT)),
  });
}

function sumRow(label: string, amount: number, keepNext: boolean): TableRow {
  const last = COLUMNS.length - 1;
  const width = COLUMNS.slice(0, last).reduce((sum, column) => sum + column.width, 0);
  return new TableRow({
    cantSplit: true,
    children: [
      textCell(label, width, AlignmentType.LEFT, { bold: true, keepNext }, { columnSpan: last }),
      textCell(formatDong(amount), COLUMNS[last]?.width ?? 0, AlignmentType.RIGHT, { bold: true, keepNext }),
    ],
  });
}

const ROMAN = ["I", "II", "III", "IV"];

export function orderTable(input: OrderInput, footnote: number | undefined): Table {
  const rows = groupByFund(input.lines).flatMap((group, index) => [
    sumRow(`${ROMAN[index] ?? ""}. ${group.label}`, group.supportDong, true),
    ...group.lines.map(lineRow),
  ]);
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: twip(COLUMNS.reduce((sum, column) => sum + column.width, 0)), type: WidthType.DXA },
    columnWidths: COLUMNS.map((column) => twip(column.width)),
    rows: [
      headerRow(footnote),
      ...rows,
      sumRow(
        "Tổng cộng",
        sumOf(input.lines, (item) => item.supportDong),
        false,
      ),
    ],
  });
}
