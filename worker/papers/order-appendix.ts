/** "Phụ lục" of the order as .xlsx: lines by fund, live sums with their values, amount in words, A4 landscape. */
import { dongInWords } from "../../shared/kernel/words.ts";
import { encodeSheets } from "../../shared/workbook/xlsx/index.ts";
import { longDate } from "./legal-bases.ts";
import { groupByFund, sumOf } from "./order-table.ts";
import { describeOrderer, signingPlace } from "./orderer.ts";
import {
  Page,
  printedSheet,
  putLetterhead,
  putSigning,
  putTable,
  type PrintedColumn,
} from "./printed-table.ts";
import type { OrderInput, OrderLine } from "./types.ts";

const money = (header: string, width: number, value: (line: OrderLine) => number) =>
  ({ header, width, align: "right", value, sum: true }) as const;

const COLUMNS: readonly PrintedColumn<OrderLine>[] = [
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
  money("Tổng kinh phí", 16, (line) => line.totalDong),
  money("Kinh phí khuyến công (giá đặt hàng)", 16, (line) => line.supportDong),
  money("Đóng góp của đơn vị thụ hưởng", 16, (line) => line.counterpartDong),
  money("Nguồn khác", 14, (line) => line.otherDong),
  { header: "Căn cứ mức hỗ trợ", width: 30, align: "left", value: (line) => line.basis },
];

const WIDTH = COLUMNS.length;
const HEADER_ROW = 8;

function heading(page: Page, input: OrderInput): void {
  putLetterhead(page, describeOrderer(input.ordererName).heading, WIDTH);
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
}

const ROMAN = ["I", "II", "III", "IV"];

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
  const { authority } = describeOrderer(input.ordererName);
  putSigning(page, { place, day: longDate(input.date), authority }, WIDTH, row + 1);
}

export async function orderAppendix(input: OrderInput): Promise<Uint8Array> {
  const page = new Page();
  heading(page, input);
  const groups = groupByFund(input.lines).map(({ label, lines }, index) => ({
    label: `${ROMAN[index] ?? ""}. ${label}`,
    rows: lines,
  }));
  closing(page, input, putTable(page, COLUMNS, groups, HEADER_ROW));
  return encodeSheets({
    properties: { title: `Phụ lục đặt hàng khuyến công năm ${input.year}`, creator: input.ordererName },
    sheets: [
      printedSheet(page, {
        name: "PhuLuc",
        widths: COLUMNS.map(({ width }) => width),
        headerRow: HEADER_ROW,
        frozenColumns: 3,
      }),
    ],
  });
}
