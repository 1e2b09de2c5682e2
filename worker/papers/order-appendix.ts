/** "Phụ lục" of the order as .xlsx: lines by fund, live sums with their values, amount in words, A4 landscape. */
import { columnLetters } from "../../shared/kernel/address.ts";
import { dongInWords } from "../../shared/kernel/words.ts";
import {
  FONT,
  MAX_ROW_HEIGHT,
  encodeSheets,
  type PrintedCell,
  type PrintedMerge,
  type PrintedStyle,
} from "../../shared/workbook/xlsx/index.ts";
import { longDate } from "./legal-bases.ts";
import { groupByFund, sumOf, type FundGroup } from "./order-table.ts";
import { describeOrderer, signingPlace } from "./orderer.ts";
import type { OrderInput, OrderLine } from "./types.ts";

interface AppendixColumn {
  readonly header: string;
  readonly width: number;
  readonly align: "left" | "center" | "right";
  readonly value: (line: OrderLine, index: number) => string | number;
  /** Money columns are added up. */
  readonly sum?: (
    item: Pick<FundGroup, "totalDong" | "supportDong" | "counterpartDong" | "otherDong">,
  ) => number;
}

const COLUMNS: readonly AppendixColumn[] = [
  { header: "TT", width: 5, align: "center", value: (_, index) => index + 1 },
  { header: "Mã", width: 8, align: "center", value: (line) => line.code },
  { header: "Tên đề án", width: 38, align: "left", value: (line) => line.name },
  { header: "Loại hỗ trợ", width: 22, align: "left", value: (line) => line.kindLabel },
  { header: "Đơn vị thụ hưởng", width: 22, align: "left", value: (line) => line.beneficiary },
  { header: "Địa bàn", width: 15, align: "left", value: (line) => line.place },
  { header: "Khối lượng", width: 13, align: "center", value: (line) => `${line.count} ${line.unit}`.trim() },
  {
    header: "Thời gian",
    width: 14,
    align: "center",
    value: (line) => (line.start === "" && line.end === "" ? "" : `${line.start} – ${line.end}`),
  },
  {
    header: "Tổng kinh phí",
    width: 16,
    align: "right",
    value: (line) => line.totalDong,
    sum: (item) => item.totalDong,
  },
  {
    header: "Kinh phí khuyến công (giá đặt hàng)",
    width: 16,
    align: "right",
    value: (line) => line.supportDong,
    sum: (item) => item.supportDong,
  },
  {
    header: "Đóng góp của đơn vị thụ hưởng",
    width: 16,
    align: "right",
    value: (line) => line.counterpartDong,
    sum: (item) => item.counterpartDong,
  },
  {
    header: "Nguồn khác",
    width: 14,
    align: "right",
    value: (line) => line.otherDong,
    sum: (item) => item.otherDong,
  },
  { header: "Căn cứ mức hỗ trợ", width: 30, align: "left", value: (line) => line.basis },
];

const WIDTH = COLUMNS.length;
const LINE = { style: "thin", color: { rgb: "000000" } } as const;
const BOX = { top: LINE, right: LINE, bottom: LINE, left: LINE };
const MONEY = '#,##0;-#,##0;"–"';
const HEADER_ROW = 8;

interface Look {
  readonly align?: "left" | "center" | "right";
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly size?: number;
  readonly box?: boolean;
  readonly fill?: string;
  readonly money?: boolean;
  readonly underline?: boolean;
}

function style(look: Look): PrintedStyle {
  return {
    font: {
      name: FONT,
      size: look.size ?? 12,
      ...(look.bold === true ? { bold: true } : {}),
      ...(look.italic === true ? { italic: true } : {}),
      ...(look.underline === true ? { underline: true } : {}),
    },
    alignment: { horizontal: look.align ?? "left", vertical: "center", wrapText: true },
    ...(look.box === true ? { border: BOX } : {}),
    ...(look.fill === undefined
      ? {}
      : { fill: { type: "pattern", pattern: "solid", fgColor: { rgb: look.fill } } }),
    ...(look.money === true ? { numFmt: MONEY } : {}),
  };
}

/** A sheet filled row by row; rows and columns counted from 1. */
class Page {
  readonly cells = new Map<string, Partial<PrintedCell>>();
  readonly merges: PrintedMerge[] = [];
  readonly heights = new Map<number, { height: number }>();

  put(row: number, column: number, value: string | number | null, look: Look, formula?: string): void {
    const content = formula === undefined ? { value } : { formula, formulaResult: value };
    this.cells.set(`${row - 1},${column - 1}`, { ...content, style: style(look) });
  }

  span(row: number, from: number, to: number, text: string, look: Look, height?: number): void {
    for (let column = from; column <= to; column += 1)
      this.put(row, column, column === from ? text : null, look);
    this.merges.push({ startRow: row - 1, startCol: from - 1, endRow: row - 1, endCol: to - 1 });
    if (height !== undefined) this.heights.set(row - 1, { height: Math.min(MAX_ROW_HEIGHT, height) });
  }
}

function heading(page: Page, input: OrderInput): void {
  const orderer = describeOrderer(input.ordererName);
  page.span(1, 1, 5, orderer.heading.join(" "), { align: "center", bold: true, size: 13 }, 20);
  page.span(1, 7, WIDTH, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", { align: "center", bold: true, size: 13 });
  page.span(
    2,
    7,
    WIDTH,
    "Độc lập - Tự do - Hạnh phúc",
    { align: "center", bold: true, size: 13, underline: true },
    20,
  );
  page.span(4, 1, WIDTH, "PHỤ LỤC", { align: "center", bold: true, size: 14 }, 22);
  page.span(
    5,
    1,
    WIDTH,
    `Danh mục đề án khuyến công đặt hàng ${input.centreName} thực hiện năm ${input.year}`,
    { align: "center", bold: true, size: 14 },
    22,
  );
  const number = input.orderNumber ?? "…………/QĐ-…";
  page.span(
    6,
    1,
    WIDTH,
    `(Kèm theo Quyết định số ${number} ${longDate(input.date)} của ${input.ordererName})`,
    { align: "center", italic: true, size: 13 },
    20,
  );
  page.span(7, 1, WIDTH, "Đơn vị tính: đồng", { align: "right", italic: true });
  COLUMNS.forEach((column, index) =>
    page.put(HEADER_ROW, index + 1, column.header, {
      align: "center",
      bold: true,
      box: true,
      fill: "E7EEF5",
    }),
  );
  page.heights.set(HEADER_ROW - 1, { height: 66 });
}

function linesNeeded(line: OrderLine): number {
  return Math.max(
    ...COLUMNS.map((column) => Math.ceil((String(column.value(line, 0)).length * 1.1) / column.width)),
    1,
  );
}

function groupRows(page: Page, group: FundGroup, label: string, row: number): number {
  const first = row + 1;
  const last = row + group.lines.length;
  page.span(row, 1, 8, label, { bold: true, box: true, fill: "F5F5F5" }, 22);
  COLUMNS.forEach((column, index) => {
    if (index < 8) return;
    const letter = columnLetters(index + 1);
    const look: Look = {
      bold: true,
      box: true,
      fill: "F5F5F5",
      align: column.align,
      money: column.sum !== undefined,
    };
    page.put(
      row,
      index + 1,
      column.sum?.(group) ?? null,
      look,
      column.sum === undefined ? undefined : `SUM(${letter}${first}:${letter}${last})`,
    );
  });
  group.lines.forEach((line, at) => {
    COLUMNS.forEach((column, index) => {
      page.put(first + at, index + 1, column.value(line, at), {
        align: column.align,
        box: true,
        money: column.sum !== undefined,
      });
    });
    page.heights.set(first + at - 1, {
      height: Math.min(MAX_ROW_HEIGHT, Math.max(22, linesNeeded(line) * 16 + 6)),
    });
  });
  return last + 1;
}

const ROMAN = ["I", "II", "III", "IV"];

function table(page: Page, input: OrderInput): number {
  const groups = groupByFund(input.lines);
  const sumRows: number[] = [];
  let row = HEADER_ROW + 1;
  groups.forEach((group, index) => {
    sumRows.push(row);
    row = groupRows(page, group, `${ROMAN[index] ?? ""}. ${group.label}`, row);
  });
  page.span(row, 1, 8, "TỔNG CỘNG", { bold: true, box: true, align: "center", fill: "E7EEF5" }, 24);
  const totals = {
    totalDong: sumOf(input.lines, (line) => line.totalDong),
    supportDong: sumOf(input.lines, (line) => line.supportDong),
    counterpartDong: sumOf(input.lines, (line) => line.counterpartDong),
    otherDong: sumOf(input.lines, (line) => line.otherDong),
  };
  COLUMNS.forEach((column, index) => {
    if (index < 8) return;
    const letter = columnLetters(index + 1);
    const formula =
      column.sum === undefined || sumRows.length === 0
        ? undefined
        : sumRows.map((at) => `${letter}${at}`).join("+");
    page.put(
      row,
      index + 1,
      column.sum?.(totals) ?? null,
      { bold: true, box: true, fill: "E7EEF5", align: column.align, money: column.sum !== undefined },
      formula,
    );
  });
  return row + 1;
}

function closing(page: Page, input: OrderInput, from: number): void {
  const words = dongInWords(sumOf(input.lines, (line) => line.supportDong));
  page.span(
    from,
    1,
    WIDTH,
    `Kinh phí đặt hàng bằng chữ: ${words}.`,
    { italic: true, bold: true, size: 13 },
    24,
  );
  let row = from + 1;
  if (input.verifiedNotes.length > 0) {
    const note = `Số liệu chưa đối chiếu nguyên văn quy định, cần kiểm tra trước khi ký: ${input.verifiedNotes.join("; ")}.`;
    page.span(row, 1, WIDTH, note, { italic: true, size: 11 }, Math.ceil(note.length / 190) * 16 + 6);
    row += 1;
  }
  const place = signingPlace(input.ordererName, input.provinceName);
  page.span(
    row + 1,
    9,
    WIDTH,
    `${place}, ${longDate(input.date)}`,
    { align: "center", italic: true, size: 13 },
    20,
  );
  page.span(row + 2, 1, 5, "NGƯỜI LẬP BIỂU", { align: "center", bold: true, size: 13 }, 20);
  page.span(row + 2, 9, WIDTH, describeOrderer(input.ordererName).authority, {
    align: "center",
    bold: true,
    size: 13,
  });
  page.span(row + 3, 1, 5, "(Ký, ghi rõ họ tên)", { align: "center", italic: true });
  page.span(row + 3, 9, WIDTH, "(Ký, ghi rõ họ tên, đóng dấu)", { align: "center", italic: true });
}

export async function orderAppendix(input: OrderInput): Promise<Uint8Array> {
  const page = new Page();
  heading(page, input);
  closing(page, input, table(page, input));
  const inch = (millimetres: number) => Math.round((millimetres / 25.4) * 100) / 100;
  return encodeSheets({
    properties: { title: `Phụ lục đặt hàng khuyến công năm ${input.year}`, creator: input.ordererName },
    sheets: [
      {
        name: "PhuLuc",
        cells: page.cells,
        merges: page.merges,
        rowDefs: page.heights,
        columns: COLUMNS.map((column) => ({ width: column.width })),
        view: { showGridLines: false },
        freezePane: { rows: HEADER_ROW, columns: 3 },
        headerFooter: { oddFooter: `&C&"${FONT},Regular"&10Trang &P/&N` },
        pageSetup: {
          paperSize: "a4",
          orientation: "landscape",
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
          printTitlesRow: `$${HEADER_ROW}:$${HEADER_ROW}`,
          margins: {
            top: inch(20),
            right: inch(15),
            bottom: inch(20),
            left: inch(20),
            header: inch(8),
            footer: inch(8),
          },
        },
      },
    ],
  });
}
