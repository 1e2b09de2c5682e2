/**
 * The one definition of the workbook: sheets, columns, headers, dropdowns, formulas, widths, help.
 * The pane writes it into Excel, the file writer into .xlsx, the reader recognises it by its headers.
 */
import { columnLetters } from "../kernel/address.ts";
import { CONTENTS } from "../plan/contents.ts";
import { FUNDS } from "../plan/shapes.ts";
import { SUPPORT_KINDS } from "../law/support-kinds.ts";

export const TEMPLATE_VERSION = "1.0.0";

/** Where list sheets keep their parts; 1-based rows. */
export const TITLE_ROW = 1;
export const HELP_ROW = 2;
export const TOTAL_ROW = 3;
export const HEADER_ROW = 4;
export const FIRST_ROW = 5;

export type ColumnKind = "text" | "dong" | "quantity" | "integer" | "date";

export interface ColumnDef {
  readonly id: string;
  readonly header: string;
  readonly headerEn: string;
  /** Older or shorter headers that are still read. */
  readonly aliases?: readonly string[];
  readonly kind: ColumnKind;
  readonly required?: boolean;
  /** Allowed values, offered as a dropdown. */
  readonly list?: readonly string[];
  /** Formula of this column for one row, with "=". Such cells are computed, not typed. */
  readonly formula?: (row: number) => string;
  /** Formula for the total row. */
  readonly total?: "sum" | "count";
  readonly width: number;
  readonly help: string;
}

export interface ListSheetDef {
  readonly kind: "list";
  readonly name: string;
  readonly title: string;
  readonly help: string;
  readonly tableName: string;
  readonly capacity: number;
  readonly landscape: boolean;
  readonly columns: readonly ColumnDef[];
}

export interface FieldDef {
  readonly id: string;
  readonly label: string;
  readonly labelEn: string;
  readonly aliases?: readonly string[];
  readonly kind: ColumnKind;
  readonly required?: boolean;
  readonly help: string;
}

export interface FormSheetDef {
  readonly kind: "form";
  readonly name: string;
  readonly title: string;
  readonly help: string;
  readonly firstRow: number;
  readonly fields: readonly FieldDef[];
}

export const INFO_SHEET: FormSheetDef = {
  kind: "form",
  name: "KC_ThongTin",
  title: "THÔNG TIN CHUNG",
  help: "Điền cột B. Ngày tính quyết định mọi con số trong sổ dựa trên quy định nào.",
  firstRow: 4,
  fields: [
    {
      id: "province",
      label: "Tỉnh, thành phố",
      labelEn: "Province",
      kind: "text",
      required: true,
      help: "Tên hoặc mã tỉnh, ví dụ Quảng Ninh hoặc 22.",
    },
    {
      id: "organisation",
      label: "Đơn vị lập",
      labelEn: "Organisation",
      aliases: ["Đơn vị"],
      kind: "text",
      required: true,
      help: "Trung tâm lập kế hoạch.",
    },
    {
      id: "year",
      label: "Năm kế hoạch",
      labelEn: "Plan year",
      aliases: ["Năm"],
      kind: "integer",
      required: true,
      help: "Bốn chữ số, ví dụ 2018.",
    },
    {
      id: "asOf",
      label: "Ngày tính",
      labelEn: "As-of date",
      kind: "date",
      required: true,
      help: "Ngày/tháng/năm; mức hỗ trợ và đơn giá lấy theo quy định có hiệu lực vào ngày này.",
    },
    {
      id: "nationalBudget",
      label: "Kinh phí khuyến công quốc gia được giao",
      labelEn: "National budget",
      kind: "dong",
      help: "Số đồng; để trống nếu chưa có thông báo.",
    },
    {
      id: "localBudget",
      label: "Kinh phí khuyến công địa phương được giao",
      labelEn: "Local budget",
      kind: "dong",
      help: "Số đồng; để trống nếu chưa có thông báo.",
    },
    {
      id: "drafter",
      label: "Người lập",
      labelEn: "Drafted by",
      kind: "text",
      help: "Họ và tên người chịu trách nhiệm số liệu.",
    },
    {
      id: "templateVersion",
      label: "Phiên bản mẫu",
      labelEn: "Template version",
      kind: "text",
      help: "Do phần mềm ghi; không sửa.",
    },
    {
      id: "lawVersion",
      label: "Phiên bản căn cứ",
      labelEn: "Law data version",
      kind: "text",
      help: "Do phần mềm ghi; đổi bằng “Cập nhật căn cứ”.",
    },
    { id: "note", label: "Ghi chú", labelEn: "Note", kind: "text", help: "" },
  ],
};

/** A1 of an info field's value cell (column B). */
export function infoAddress(id: string): string {
  const index = INFO_SHEET.fields.findIndex((field) => field.id === id);
  if (index < 0) throw new Error(`unknown info field ${id}`);
  return `B${INFO_SHEET.firstRow + index}`;
}

/** Absolute reference to the as-of date, as formulas use it. */
export const AS_OF_REFERENCE = `${INFO_SHEET.name}!$B$${INFO_SHEET.firstRow + 3}`;

const DE_AN_CAPACITY = 500;
const COST_CAPACITY = 5000;
const DE_AN = "KC_DeAn";
const COST = "KC_DuToan";

function costColumn(letter: string): string {
  return `${COST}!$${letter}$${FIRST_ROW}:$${letter}$${FIRST_ROW + COST_CAPACITY - 1}`;
}

function sumOfCostLines(letter: string): (row: number) => string {
  return (row) => `=SUMIFS(${costColumn(letter)},${costColumn("A")},$A${row})`;
}

export const DE_AN_SHEET: ListSheetDef = {
  kind: "list",
  name: DE_AN,
  title: "KẾ HOẠCH ĐỀ ÁN KHUYẾN CÔNG",
  help: "Mỗi dòng một đề án. Các cột có nền xám là công thức: số liệu lấy từ KC_DuToan và từ quy định tại ngày tính.",
  tableName: "tblDeAn",
  capacity: DE_AN_CAPACITY,
  landscape: true,
  columns: [
    {
      id: "code",
      header: "Mã đề án",
      headerEn: "Code",
      kind: "text",
      required: true,
      width: 12,
      help: "Duy nhất trong sổ, ví dụ DA01.",
    },
    {
      id: "name",
      header: "Tên đề án",
      headerEn: "Name",
      kind: "text",
      required: true,
      width: 42,
      help: "Tên đầy đủ như sẽ in trong quyết định.",
    },
    {
      id: "content",
      header: "Nội dung (Đ.4)",
      headerEn: "Content",
      aliases: ["Nội dung", "Nội dung khuyến công"],
      kind: "integer",
      required: true,
      list: CONTENTS.map((c) => String(c.code)),
      width: 9,
      help: "Khoản 1–9 Điều 4 Nghị định 45/2012/NĐ-CP.",
    },
    {
      id: "kind",
      header: "Loại hỗ trợ",
      headerEn: "Kind of support",
      kind: "text",
      required: true,
      list: SUPPORT_KINDS.map((k) => k.code),
      width: 15,
      help: "Mã loại hỗ trợ, chọn trong danh sách.",
    },
    {
      id: "fund",
      header: "Nguồn",
      headerEn: "Fund",
      aliases: ["Nguồn kinh phí"],
      kind: "text",
      required: true,
      list: [...FUNDS],
      width: 10,
      help: "QG: khuyến công quốc gia; ĐP: khuyến công địa phương.",
    },
    {
      id: "count",
      header: "Số lượng",
      headerEn: "Count",
      kind: "quantity",
      required: true,
      width: 9,
      help: "Số mô hình, cơ sở, gian hàng… được tính mức hỗ trợ.",
    },
    {
      id: "place",
      header: "Địa bàn",
      headerEn: "Place",
      kind: "text",
      width: 18,
      help: "Xã, phường, đặc khu hoặc tỉnh nơi thực hiện.",
    },
    {
      id: "priority",
      header: "Ưu tiên",
      headerEn: "Priority",
      kind: "text",
      list: ["UT"],
      width: 8,
      help: "Ghi UT khi thuộc địa bàn hoặc ngành nghề ưu tiên; để trống nếu không.",
    },
    {
      id: "beneficiary",
      header: "Đơn vị thụ hưởng",
      headerEn: "Beneficiary",
      kind: "text",
      width: 28,
      help: "Cơ sở công nghiệp nông thôn; để trống với đề án lập theo nhóm.",
    },
    {
      id: "trade",
      header: "Ngành nghề",
      headerEn: "Trade",
      kind: "text",
      width: 20,
      help: "Ngành nghề theo Điều 5 Nghị định 45/2012/NĐ-CP.",
    },
    { id: "start", header: "Bắt đầu", headerEn: "Start", kind: "date", width: 11, help: "Ngày/tháng/năm." },
    { id: "end", header: "Kết thúc", headerEn: "End", kind: "date", width: 11, help: "Ngày/tháng/năm." },
    {
      id: "total",
      header: "Tổng kinh phí",
      headerEn: "Total cost",
      kind: "dong",
      formula: sumOfCostLines("F"),
      total: "sum",
      width: 16,
      help: "Cộng các dòng của đề án ở KC_DuToan.",
    },
    {
      id: "ceiling",
      header: "Mức hỗ trợ tối đa",
      headerEn: "Ceiling",
      kind: "dong",
      formula: (row) => `=KC.MUCHOTRO($D${row},$M${row},$F${row},$H${row},${AS_OF_REFERENCE})`,
      width: 16,
      help: "Trần theo loại hỗ trợ tại ngày tính; xem căn cứ ở cột cuối.",
    },
    {
      id: "support",
      header: "Kinh phí khuyến công",
      headerEn: "Extension fund",
      kind: "dong",
      formula: sumOfCostLines("G"),
      total: "sum",
      width: 16,
      help: "Cộng cột kinh phí khuyến công ở KC_DuToan.",
    },
    {
      id: "counterpart",
      header: "Đóng góp của đơn vị thụ hưởng",
      headerEn: "Beneficiary's share",
      aliases: ["Đóng góp thụ hưởng"],
      kind: "dong",
      formula: sumOfCostLines("H"),
      total: "sum",
      width: 16,
      help: "Cộng cột đóng góp ở KC_DuToan.",
    },
    {
      id: "other",
      header: "Nguồn khác",
      headerEn: "Other sources",
      kind: "dong",
      formula: sumOfCostLines("I"),
      total: "sum",
      width: 14,
      help: "Cộng cột nguồn khác ở KC_DuToan.",
    },
    {
      id: "basis",
      header: "Căn cứ",
      headerEn: "Legal basis",
      kind: "text",
      formula: (row) => `=KC.CANCU($D${row},${AS_OF_REFERENCE})`,
      width: 44,
      help: "Văn bản, điều, khoản của mức hỗ trợ tối đa.",
    },
    {
      id: "result",
      header: "Kết quả dự kiến",
      headerEn: "Expected result",
      kind: "text",
      width: 28,
      help: "Sản lượng, lao động, doanh thu… dự kiến.",
    },
    {
      id: "source",
      header: "Nguồn số liệu",
      headerEn: "Source of figures",
      kind: "text",
      width: 28,
      help: "Báo giá, hợp đồng, văn bản… mà số liệu dựa vào.",
    },
    { id: "note", header: "Ghi chú", headerEn: "Note", kind: "text", width: 20, help: "" },
  ],
};

export const COST_SHEET: ListSheetDef = {
  kind: "list",
  name: COST,
  title: "DỰ TOÁN KINH PHÍ ĐỀ ÁN",
  help: "Theo bố cục Mẫu số 1 Thông tư 36/2013/TT-BCT: thành tiền = kinh phí khuyến công + đóng góp của đơn vị thụ hưởng + nguồn khác.",
  tableName: "tblDuToan",
  capacity: COST_CAPACITY,
  landscape: true,
  columns: [
    {
      id: "deAnCode",
      header: "Mã đề án",
      headerEn: "Project code",
      kind: "text",
      required: true,
      width: 12,
      help: "Đúng như ở KC_DeAn.",
    },
    {
      id: "item",
      header: "Nội dung chi",
      headerEn: "Cost item",
      kind: "text",
      required: true,
      width: 48,
      help: "Mô tả khoản chi.",
    },
    {
      id: "unit",
      header: "Đơn vị tính",
      headerEn: "Unit",
      aliases: ["ĐVT"],
      kind: "text",
      required: true,
      width: 11,
      help: "Máy, lớp, gian hàng, ngày công…",
    },
    {
      id: "quantity",
      header: "Số lượng",
      headerEn: "Quantity",
      aliases: ["Khối lượng"],
      kind: "quantity",
      required: true,
      width: 10,
      help: "Tối đa 6 chữ số thập phân.",
    },
    {
      id: "unitPrice",
      header: "Đơn giá",
      headerEn: "Unit price",
      kind: "dong",
      required: true,
      width: 15,
      help: "Số nguyên đồng.",
    },
    {
      id: "amount",
      header: "Thành tiền",
      headerEn: "Amount",
      kind: "dong",
      formula: (row) => `=KC.THANHTIEN(D${row},E${row})`,
      total: "sum",
      width: 16,
      help: "Số lượng × đơn giá, làm tròn nửa lên đến đồng.",
    },
    {
      id: "support",
      header: "Kinh phí khuyến công",
      headerEn: "Extension fund",
      kind: "dong",
      required: true,
      total: "sum",
      width: 16,
      help: "Phần đề nghị ngân sách hỗ trợ, số nguyên đồng.",
    },
    {
      id: "counterpart",
      header: "Đóng góp của đơn vị thụ hưởng",
      headerEn: "Beneficiary's share",
      aliases: ["Đóng góp thụ hưởng"],
      kind: "dong",
      formula: (row) => `=F${row}-G${row}-I${row}`,
      total: "sum",
      width: 16,
      help: "Phần còn lại do đơn vị thụ hưởng bảo đảm.",
    },
    {
      id: "other",
      header: "Nguồn khác",
      headerEn: "Other sources",
      kind: "dong",
      total: "sum",
      width: 14,
      help: "Ghi tên nguồn ở cột ghi chú.",
    },
    {
      id: "note",
      header: "Ghi chú",
      headerEn: "Note",
      kind: "text",
      width: 36,
      help: "Nguồn giá, tên nguồn khác…",
    },
  ],
};

/** Findings are written here by the product; it is never read as input. */
export const RESULT_SHEET: ListSheetDef = {
  kind: "list",
  name: "KC_KetQua",
  title: "KẾT QUẢ KIỂM TRA",
  help: "Do phần mềm ghi. Sửa ở ô nêu tại cột “Vị trí”, rồi kiểm tra lại.",
  tableName: "tblKetQua",
  capacity: 5000,
  landscape: true,
  columns: [
    {
      id: "severity",
      header: "Mức",
      headerEn: "Severity",
      kind: "text",
      width: 10,
      help: "Lỗi, cảnh báo hoặc lưu ý.",
    },
    { id: "rule", header: "Quy tắc", headerEn: "Rule", kind: "text", width: 12, help: "Mã quy tắc." },
    { id: "where", header: "Vị trí", headerEn: "Where", kind: "text", width: 18, help: "Trang và ô." },
    { id: "message", header: "Nhận xét", headerEn: "Message", kind: "text", width: 60, help: "" },
    { id: "found", header: "Đang là", headerEn: "Found", kind: "text", width: 24, help: "" },
    { id: "expected", header: "Cần là", headerEn: "Expected", kind: "text", width: 24, help: "" },
    {
      id: "difference",
      header: "Chênh lệch",
      headerEn: "Difference",
      kind: "dong",
      width: 16,
      help: "Đồng.",
    },
    { id: "basis", header: "Căn cứ", headerEn: "Basis", kind: "text", width: 44, help: "" },
    { id: "remedy", header: "Cách xử lý", headerEn: "Remedy", kind: "text", width: 44, help: "" },
  ],
};

export const LIST_SHEETS = [DE_AN_SHEET, COST_SHEET] as const;
export const ALL_SHEETS = [INFO_SHEET, DE_AN_SHEET, COST_SHEET, RESULT_SHEET] as const;

/** Column letter of a template column in a sheet written by us. */
export function columnLetter(sheet: ListSheetDef, id: string): string {
  const index = sheet.columns.findIndex((column) => column.id === id);
  if (index < 0) throw new Error(`unknown column ${sheet.name}.${id}`);
  return columnLetters(index + 1);
}

/** Number formats in en-US codes; programs show them in the reader's locale. */
export const NUMBER_FORMATS: Readonly<Record<ColumnKind, string>> = {
  text: "@",
  dong: "#,##0",
  quantity: "#,##0.######",
  integer: "0",
  date: "dd/mm/yyyy",
};
