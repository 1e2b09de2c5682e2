/** KC_ThongTin: what the whole workbook stands on. */
import type { FormSheetDef } from "../sheet-def.ts";

export const INFO_SHEET: FormSheetDef = {
  kind: "form",
  name: "KC_ThongTin",
  title: "THÔNG TIN CHUNG",
  help: "Điền cột B. Ngày tính quyết định mọi con số trong sổ dựa trên quy định nào.",
  firstRow: 4,
  notes: [
    "Ô nền xám là công thức, được khóa không có mật khẩu để khỏi gõ nhầm. Muốn sửa công thức, xóa dòng hoặc sắp xếp: thẻ Xem lại (Review) › Bỏ bảo vệ trang tính (Unprotect Sheet).",
    "Ô có trong danh sách ở KC_KetQua được tô màu: đỏ là lỗi, vàng là cảnh báo, xanh là lưu ý. Xóa danh sách thì màu hết.",
    "Trang và cột riêng của đơn vị được giữ nguyên khi gửi và không bị kiểm tra.",
  ],
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
  laterFields: [
    {
      id: "neighbours",
      label: "Địa bàn giáp ranh",
      labelEn: "Neighbouring places",
      kind: "text",
      help: "Theo khai báo của đơn vị, ví dụ “Thủy An: Bình Dương, Nguyễn Huệ; Mạo Khê: Kim Sơn”.",
    },
  ],
};

export const AS_OF_NAME = "KC_NgayTinh";

/** Defined names people may use in their own formulas. */
export const INFO_NAMES = [
  { field: "asOf", name: AS_OF_NAME },
  { field: "province", name: "KC_Tinh" },
  { field: "year", name: "KC_NamKeHoach" },
  { field: "organisation", name: "KC_DonVi" },
] as const;

/** A1 of an info field's value cell (column B). */
export function infoAddress(id: string): string {
  const index = INFO_SHEET.fields.findIndex((field) => field.id === id);
  if (index < 0) throw new Error(`unknown info field ${id}`);
  return `B${INFO_SHEET.firstRow + index}`;
}

/** Absolute reference to the as-of date, as formulas use it. */
export const AS_OF_REFERENCE = `${INFO_SHEET.name}!$B$${INFO_SHEET.firstRow + 3}`;
