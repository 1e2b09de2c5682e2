/** The explanation of a draft norm book: method, table, figures far off, effect on prices. Fields: worker/papers/evidence-fields.ts. */
import { AlignmentType, type ISectionOptions } from "docx";
import {
  bodyRow,
  heading,
  letterhead,
  repeated,
  signers,
  table,
  texts,
  title,
  type ColumnDefinition,
} from "./blocks.ts";
import { body, line, overTable } from "./parts.ts";

const { CENTER, RIGHT } = AlignmentType;

const LINES: readonly ColumnDefinition[] = [
  { header: "TT", width: 8, align: CENTER },
  { header: "Loại", width: 12, align: CENTER },
  { header: "Hao phí", width: 42 },
  { header: "Đơn vị tính", width: 16, align: CENTER },
  { header: "Số tỉnh (số liệu)", width: 18, align: CENTER },
  { header: "Trung vị (MAD)", width: 24, align: CENTER },
  { header: "Khoảng tin cậy", width: 24, align: CENTER },
  { header: "Đề xuất", width: 18, align: RIGHT },
];

const PRICES: readonly ColumnDefinition[] = [
  { header: "Tỉnh", width: 42 },
  { header: "Đơn giá hiện nay (đồng)", width: 38, align: RIGHT },
  { header: "Theo đề xuất (đồng)", width: 38, align: RIGHT },
  { header: "Chênh lệch", width: 44, align: RIGHT },
];

const METHOD = [
  "1. Số liệu là định mức do các tỉnh ghi trong trang KC_DinhMuc của hồ sơ đã được tỉnh chuyển lên; không lấy hồ sơ đã rút hoặc bị từ chối. Một dịch vụ được nhận ra theo mã chung, hoặc theo tên khi mỗi tỉnh đặt mã riêng. Mỗi hao phí được cộng qua mọi bước công việc.",
  "2. Mỗi tỉnh là một tầng và chỉ được tính một lần, bằng trung vị các số của tỉnh. Số đề xuất là ước lượng Hodges–Lehmann: trung vị của trung bình từng cặp trung vị tỉnh; làm tròn nửa lên tới bốn chữ số thập phân. Khoảng tin cậy là khoảng chính xác theo thống kê hạng có dấu, không giả định phân phối chuẩn.",
  "3. Chỉ đề xuất khi có ít nhất {soTinhCan} tỉnh và ít nhất một nửa số tỉnh có dịch vụ này cùng ghi hao phí ấy. Ô để trống được hiểu là tỉnh không ghi, không phải bằng không.",
  "4. Số lệch xa là số cách trung vị hơn ba lần 1,4826 × MAD. Số lệch xa được nêu tên, không bị xóa; ước lượng không bị kéo theo.",
  "5. Đơn giá trước và sau được tính cùng bảng giá, cùng tiền lương và cùng ngày; chỉ định mức khác nhau. Tỉnh được ghi thành số thứ tự khi dịch vụ có ít hơn mười tỉnh.",
] as const;

export function evidencePaper(): ISectionOptions["children"] {
  return [
    letterhead("(DỰ THẢO)"),
    ...title("THUYẾT MINH", "Dự thảo định mức kinh tế - kỹ thuật dịch vụ khuyến công"),
    line("{tenBo}", { align: CENTER, italics: true, paragraph: { spacing: { before: 60, after: 120 } } }),
    body(repeated("canCu", "Căn cứ {vanBan};"), { italics: true }),
    body(
      "Bản này tổng hợp đề xuất của các tỉnh thành **dự thảo** {soDichVu} định mức, dự kiến dùng từ {apDungTu}. Dự thảo chưa được thẩm định và chưa ban hành; không phải căn cứ thanh toán.",
    ),
    heading("I. PHƯƠNG PHÁP"),
    ...texts(METHOD),
    heading("II. ĐỊNH MỨC DỰ THẢO VÀ TÁC ĐỘNG ĐẾN ĐƠN GIÁ"),
    line("{#dinhMuc}", { size: 2 }),
    overTable("**{ma}. {ten}** (một {donVi}; {soTinh})"),
    table(LINES, [
      bodyRow(LINES, [
        "{#haoPhi}{tt}",
        "{loai}",
        "{tenHaoPhi}",
        "{dvt}",
        "{soLieu}",
        "{trungVi}",
        "{khoang}",
        "{deXuat}{/haoPhi}",
      ]),
    ]),
    overTable("Đơn giá một {donVi} trước và sau:"),
    table(PRICES, [bodyRow(PRICES, ["{#tacDong}{tinh}", "{hienNay}", "{deXuatGia}", "{chenh}{/tacDong}"])]),
    line("{/dinhMuc}", { size: 2 }),
    heading("III. SỐ LỆCH XA"),
    body(repeated("lech", "- {noiDung}.")),
    heading("IV. CHƯA ĐỀ XUẤT"),
    body(repeated("chuaDeXuat", "- {noiDung}.")),
    heading("V. TỆP KÈM THEO"),
    body("Phụ lục số liệu (.xlsx), SHA-256: {tepSoLieu}."),
    body("Số liệu tổng hợp, SHA-256: {bamSoLieu}."),
    line("", { size: 16 }),
    signers(
      { title: "NGƯỜI TỔNG HỢP", note: "(Ký, ghi rõ họ tên)" },
      { title: "NGƯỜI XÁC NHẬN", note: "(Ký, ghi rõ họ tên)" },
    ),
  ];
}
