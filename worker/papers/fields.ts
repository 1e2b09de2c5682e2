/**
 * What a template of a paper may say: the one definition of its placeholders. The templates we ship are made from it,
 * a template of a unit is checked against it, and the page lists it for whoever changes one in Word.
 */
import type { TemplateKind } from "../../shared/contract/order.ts";

export interface PaperField {
  /** As written between braces; ASCII, so that no keyboard and no font gets in the way. */
  readonly name: string;
  readonly vi: string;
  /** Without it the paper would not say what an order must say. */
  readonly required?: true;
  /** A list: {#name} … {/name} around what is repeated, with these inside. */
  readonly rows?: readonly PaperField[];
}

export const field = (name: string, vi: string): PaperField => ({ name, vi });
export const must = (name: string, vi: string): PaperField => ({ name, vi, required: true });
export const list = (name: string, vi: string, rows: readonly PaperField[]): PaperField => ({
  name,
  vi,
  rows,
});
export const mustList = (name: string, vi: string, rows: readonly PaperField[]): PaperField => ({
  ...list(name, vi, rows),
  required: true,
});

const LETTERHEAD: readonly PaperField[] = [
  must("coQuanDong1", "Tên cơ quan đặt hàng, dòng thứ nhất, chữ in hoa"),
  field("coQuanDong2", "Tên cơ quan đặt hàng, dòng thứ hai (có thể trống)"),
  field("soVanBan", "Số, ký hiệu văn bản; để trống thì là dấu chấm"),
  field("diaDanhNgay", "Địa danh, ngày tháng năm"),
  must("coQuan", "Tên cơ quan đặt hàng"),
  field("thamQuyen", "Thẩm quyền ban hành, chữ in hoa"),
  field("chucVu", "Chức vụ người ký của cơ quan đặt hàng, chữ in hoa"),
  must("trungTam", "Tên đơn vị thực hiện"),
  field("tinh", "Tên tỉnh"),
  must("nam", "Năm kế hoạch"),
  field("soQuyetDinh", "Số quyết định hoặc hợp đồng đặt hàng; để trống thì là dấu chấm"),
  field("ngayDatHang", "Ngày lập đặt hàng"),
];

const NOTES: readonly PaperField[] = [
  list("chuaDoiChieu", "Chỉ in khi có số liệu chưa đối chiếu nguyên văn quy định", [
    field("noiDung", "Các số liệu chưa đối chiếu"),
  ]),
  list("chuaDuDieuKien", "Chỉ in khi có đề án chưa đủ điều kiện đặt hàng vào ngày lập", [
    field("deAn", "Các đề án ấy và con đường hợp pháp"),
  ]),
];

const ORDERED_ROWS: readonly PaperField[] = [
  field("tt", "Số thứ tự"),
  field("ma", "Mã đề án"),
  must("ten", "Tên dịch vụ (đề án)"),
  must("khoiLuong", "Số lượng, khối lượng và đơn vị tính"),
  must("chatLuong", "Chất lượng"),
  must("thoiGian", "Thời gian bắt đầu và hoàn thành"),
  must("donGia", "Đơn giá, giá"),
  must("thanhTien", "Thành tiền"),
  field("thuHuong", "Đơn vị thụ hưởng"),
  field("diaBan", "Địa bàn"),
];

const ORDERED: readonly PaperField[] = [
  field("soDong", "Số đề án"),
  mustList("nhom", "Từng nguồn kinh phí", [
    field("soNhom", "Số La Mã của nguồn"),
    must("tenNguon", "Tên nguồn kinh phí"),
    must("tongNguon", "Cộng của nguồn"),
    mustList("dong", "Từng đề án của nguồn", ORDERED_ROWS),
  ]),
  must("tongSo", "Tổng kinh phí đặt hàng"),
  must("bangChu", "Tổng kinh phí đặt hàng bằng chữ"),
];

export const GROUNDS = mustList("canCu", "Từng văn bản làm căn cứ", [must("vanBan", "Tên văn bản")]);

const WORK_ROWS: readonly PaperField[] = [
  field("tt", "Số thứ tự"),
  field("ma", "Mã đề án"),
  must("ten", "Tên dịch vụ (đề án)"),
  must("khoiLuong", "Số lượng, khối lượng được đặt hàng"),
  must("giaTriDatHang", "Giá trị đặt hàng"),
  must("giaTriNghiemThu", "Giá trị được nghiệm thu"),
  field("chenhLech", "Chênh lệch so với đặt hàng"),
  field("ngayNghiemThu", "Ngày nghiệm thu"),
  field("ketQua", "Văn bản, kết quả nghiệm thu"),
  field("daTamUng", "Đã tạm ứng"),
  field("daHoanTra", "Đã hoàn trả"),
  field("conLai", "Còn được thanh toán"),
  field("phaiHoanTra", "Phải hoàn trả"),
];

const WORK: readonly PaperField[] = [
  mustList("dong", "Từng đề án", WORK_ROWS),
  must("tongDatHang", "Tổng giá trị đặt hàng"),
  must("tongNghiemThu", "Tổng giá trị được nghiệm thu"),
  must("bangChu", "Tổng giá trị được nghiệm thu bằng chữ"),
  list("khongThucHien", "Từng đề án đã dừng hoặc chưa nghiệm thu", [
    field("ten", "Tên đề án"),
    field("lyDo", "Lý do"),
  ]),
];

const MONEY: readonly PaperField[] = [
  must("tongTamUng", "Tổng đã tạm ứng, trừ số đã hoàn trả"),
  must("tongConLai", "Tổng còn được thanh toán"),
  must("conLaiBangChu", "Tổng còn được thanh toán bằng chữ"),
  must("tongHoanTra", "Tổng phải hoàn trả"),
];

export interface TemplateDefinition {
  readonly vi: string;
  readonly en: string;
  /** The statutory form whose place the paper takes. */
  readonly form: string;
  readonly fields: readonly PaperField[];
}

export const TEMPLATE_DEFINITIONS: Readonly<Record<TemplateKind, TemplateDefinition>> = {
  "quyet-dinh": {
    vi: "Quyết định đặt hàng",
    en: "Order decision",
    form: "Mẫu số 01 Nghị định 32/2019/NĐ-CP",
    fields: [...LETTERHEAD, GROUNDS, ...ORDERED, field("tamUng", "Mức tạm ứng, phần trăm"), ...NOTES],
  },
  "nghiem-thu": {
    vi: "Biên bản nghiệm thu đặt hàng",
    en: "Acceptance minutes",
    form: "Mẫu số 02 Nghị định 32/2019/NĐ-CP",
    fields: [...LETTERHEAD, ...WORK],
  },
  "hop-dong": {
    vi: "Hợp đồng đặt hàng",
    en: "Order contract",
    form: "Mẫu số 03 Nghị định 32/2019/NĐ-CP",
    fields: [...LETTERHEAD, GROUNDS, ...ORDERED, field("tamUng", "Mức tạm ứng, phần trăm"), ...NOTES],
  },
  "thanh-ly": {
    vi: "Biên bản nghiệm thu, thanh lý hợp đồng đặt hàng",
    en: "Acceptance and liquidation of the contract",
    form: "Mẫu số 04 Nghị định 32/2019/NĐ-CP",
    fields: [...LETTERHEAD, ...WORK, ...MONEY],
  },
};
