/**
 * The one definition of the workbook: sheets, columns, headers, dropdowns, formulas, widths, help.
 * The pane writes it into Excel, the file writer into .xlsx, the reader recognises it by its headers.
 */
import { CONTENTS } from "../plan/contents.ts";
import { FUNDS } from "../plan/shapes.ts";
import { SUPPORT_KINDS } from "../law/support-kinds.ts";
import type { ListSheetDef } from "./sheet-def.ts";
import { COST_CAPACITY, COST_NAME, sumOfCostLines } from "./sheets/cost-sums.ts";
import { AS_OF_REFERENCE, INFO_SHEET } from "./sheets/info.ts";
import { DEMAND_SHEET } from "./sheets/demand.ts";
import { NORM_SHEET } from "./sheets/norm-lines.ts";
import { PRICE_SHEET } from "./sheets/price-list.ts";
import { PRODUCT_SHEET } from "./sheets/products.ts";
import { PROGRESS_SHEET } from "./sheets/progress.ts";

export * from "./sheet-def.ts";
export { AS_OF_REFERENCE, INFO_NAMES, INFO_SHEET, infoAddress } from "./sheets/info.ts";
export { DEMAND_SHEET, NORM_SHEET, PRICE_SHEET, PRODUCT_SHEET, PROGRESS_SHEET };

/** Raised when sheets, columns or formulas change; upgrade.ts knows the older ones. */
export const TEMPLATE_VERSION = "1.2.0";

const DE_AN_CAPACITY = 500;
const DE_AN = "KC_DeAn";

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
    {
      id: "linkedTo",
      header: "Liên kết với đề án",
      headerEn: "Linked projects",
      aliases: ["Đề án liên kết"],
      kind: "text",
      width: 18,
      help: "Mã các đề án cùng làm với đề án này, cách nhau bằng dấu chấm phẩy: DA02; DA05.",
    },
    {
      id: "replicaOf",
      header: "Nhân rộng từ",
      headerEn: "Replica of",
      aliases: ["Nguồn nhân rộng"],
      kind: "text",
      width: 28,
      help: "Đề án đã có hiệu quả mà đề án này làm lại: mã hồ sơ hoặc mã đề án, năm, đơn vị.",
    },
  ],
};

export const COST_SHEET: ListSheetDef = {
  kind: "list",
  name: COST_NAME,
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

/** Sheets every plan must have. */
export const LIST_SHEETS = [DE_AN_SHEET, COST_SHEET] as const;
/** Sheets a workbook may lack: those of older templates have none of them. */
export const OPTIONAL_SHEETS = [
  DEMAND_SHEET,
  NORM_SHEET,
  PRICE_SHEET,
  PRODUCT_SHEET,
  PROGRESS_SHEET,
] as const;
/** Everything people fill in line by line. */
export const INPUT_SHEETS: readonly ListSheetDef[] = [...LIST_SHEETS, ...OPTIONAL_SHEETS];
/** In the order of the tabs. */
export const ALL_SHEETS = [
  INFO_SHEET,
  DEMAND_SHEET,
  DE_AN_SHEET,
  COST_SHEET,
  NORM_SHEET,
  PRICE_SHEET,
  PRODUCT_SHEET,
  PROGRESS_SHEET,
  RESULT_SHEET,
] as const;
