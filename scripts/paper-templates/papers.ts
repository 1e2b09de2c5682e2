/** The four papers of an order as templates. Their fields are those of worker/papers/fields.ts. */
import { AlignmentType, type ISectionOptions } from "docx";
import type { TemplateKind } from "../../shared/contract/order.ts";
import {
  DOTS,
  bodyRow,
  heading,
  letterhead,
  notReady,
  ownLayout,
  recipients,
  repeated,
  signers,
  sumRow,
  table,
  texts,
  title,
  unchecked,
  type ColumnDefinition,
} from "./blocks.ts";
import { body, line, overTable } from "./parts.ts";

type Children = ISectionOptions["children"];

const { CENTER, LEFT, RIGHT } = AlignmentType;
const SIGN = "(Ký, ghi rõ họ tên, đóng dấu)";

const ORDERED: readonly ColumnDefinition[] = [
  { header: "TT", width: 8, align: CENTER },
  { header: "Tên dịch vụ (đề án)", width: 40 },
  { header: "Khối lượng", width: 17, align: CENTER },
  { header: "Chất lượng", width: 23 },
  { header: "Thời gian bắt đầu, hoàn thành", width: 22, align: CENTER },
  { header: "Đơn giá (đồng)", width: 24, align: RIGHT },
  { header: "Thành tiền (đồng)", width: 28, align: RIGHT },
];

const orderedTable = () =>
  table(ORDERED, [
    sumRow(ORDERED, "{#nhom}{soNhom}. {tenNguon}", ["{tongNguon}"], true),
    bodyRow(ORDERED, [
      "{#dong}{tt}",
      "{ten}",
      "{khoiLuong}",
      "{chatLuong}",
      "{thoiGian}",
      "{donGia}",
      "{thanhTien}{/dong}{/nhom}",
    ]),
    sumRow(ORDERED, "Tổng cộng", ["{tongSo}"]),
  ]);

const WORK: readonly ColumnDefinition[] = [
  { header: "TT", width: 8, align: CENTER },
  { header: "Tên dịch vụ (đề án)", width: 44 },
  { header: "Khối lượng", width: 18, align: CENTER },
  { header: "Ngày, kết quả nghiệm thu", width: 36 },
  { header: "Giá trị đặt hàng (đồng)", width: 28, align: RIGHT },
  { header: "Giá trị nghiệm thu (đồng)", width: 28, align: RIGHT },
];

const workTable = () =>
  table(WORK, [
    bodyRow(WORK, [
      "{#dong}{tt}",
      "{ten}",
      "{khoiLuong}",
      "{ngayNghiemThu} {ketQua}",
      "{giaTriDatHang}",
      "{giaTriNghiemThu}{/dong}",
    ]),
    sumRow(WORK, "Tổng cộng", ["{tongDatHang}", "{tongNghiemThu}"]),
  ]);

const MONEY: readonly ColumnDefinition[] = [
  { header: "TT", width: 8, align: CENTER },
  { header: "Tên dịch vụ (đề án)", width: 42 },
  { header: "Nghiệm thu (đồng)", width: 28, align: RIGHT },
  { header: "Đã tạm ứng (đồng)", width: 28, align: RIGHT },
  { header: "Còn thanh toán (đồng)", width: 28, align: RIGHT },
  { header: "Phải hoàn trả (đồng)", width: 28, align: RIGHT },
];

const moneyTable = () =>
  table(MONEY, [
    bodyRow(MONEY, [
      "{#dong}{tt}",
      "{ten}",
      "{giaTriNghiemThu}",
      "{daTamUng}",
      "{conLai}",
      "{phaiHoanTra}{/dong}",
    ]),
    sumRow(MONEY, "Tổng cộng", ["{tongNghiemThu}", "{tongTamUng}", "{tongConLai}", "{tongHoanTra}"]),
  ]);

const gap = () => line("", { size: 8, paragraph: { keepNext: true } });

const grounds = () => body(repeated("canCu", "Căn cứ {vanBan};"), { italics: true });

const PAYMENT = [
  "1. Tạm ứng: mức tạm ứng là {tamUng}% kinh phí đặt hàng; số đã tạm ứng vượt giá trị được nghiệm thu phải hoàn trả.",
  "2. Nghiệm thu: thực hiện theo khối lượng, chất lượng và thời gian tại Điều 1; kết quả được lập thành biên bản nghiệm thu đặt hàng.",
  "3. Thanh toán: theo khối lượng được nghiệm thu và đơn giá, giá tại Điều 1, trong phạm vi tổng kinh phí đặt hàng.",
  "4. Quyết toán: theo quy định của pháp luật về ngân sách nhà nước và pháp luật về kế toán.",
] as const;

const totals = () => [
  body("Tổng kinh phí đặt hàng: **{tongSo} đồng**."),
  body("(Bằng chữ: {bangChu}).", { italics: true }),
];

function decision(): Children {
  return [
    letterhead("Số: {soVanBan}"),
    ...title("QUYẾT ĐỊNH", "Về việc đặt hàng thực hiện các đề án khuyến công năm {nam}"),
    line("{thamQuyen}", { align: CENTER, bold: true, paragraph: { spacing: { before: 200, after: 160 } } }),
    grounds(),
    body("Căn cứ hồ sơ kế hoạch khuyến công năm {nam} của {trungTam} đã được chấp nhận;", { italics: true }),
    body(`Theo đề nghị của ${DOTS}${DOTS}${DOTS}.`, { italics: true }),
    heading("QUYẾT ĐỊNH:"),
    overTable(
      "**Điều 1.** Đặt hàng {trungTam} thực hiện {soDong} dịch vụ (đề án) khuyến công năm {nam} sau đây:",
    ),
    gap(),
    orderedTable(),
    ...totals(),
    body(
      "Tổng kinh phí, phần đóng góp của đơn vị thụ hưởng và nguồn khác của từng đề án ghi tại Phụ lục kèm theo.",
    ),
    ...texts(["**Điều 2.** Tạm ứng, thanh toán, nghiệm thu và quyết toán", ...PAYMENT]),
    ...texts([
      "**Điều 3.** Quyền và trách nhiệm của các bên",
      "1. {trungTam}: thực hiện đúng khối lượng, chất lượng, thời gian; sử dụng kinh phí đúng mục đích; báo cáo tiến độ, nghiệm thu và quyết toán theo quy định; được bảo đảm kinh phí theo Quyết định này.",
      "2. {coQuan}: bảo đảm kinh phí; theo dõi, kiểm tra việc thực hiện; tổ chức nghiệm thu; điều chỉnh đặt hàng khi có thay đổi thuộc thẩm quyền.",
      "**Điều 4.** Quyết định này có hiệu lực kể từ ngày ký. {trungTam} và các cơ quan, đơn vị, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.",
    ]),
    line("", { size: 16 }),
    recipients(["- Như Điều 4;", "- {trungTam};", `- Kho bạc Nhà nước ${DOTS};`, "- Lưu: VT, ………"], {
      title: "{chucVu}",
      note: SIGN,
    }),
    notReady(),
    unchecked(),
    ownLayout(),
  ];
}

const party = (letter: string, name: string, role: string) =>
  texts([
    `**${letter}. ${role}: ${name}**`,
    `Địa chỉ: ${DOTS}${DOTS}${DOTS}${DOTS}${DOTS}${DOTS}`,
    `Mã quan hệ ngân sách, tài khoản: ${DOTS}${DOTS}${DOTS}`,
  ]).concat(
    // Not justified: a font wider than Times New Roman breaks the line and would tear it apart.
    body(`Đại diện: Ông (Bà) ${DOTS}${DOTS}; chức vụ: ${DOTS}${DOTS}`, {}, { alignment: LEFT }),
  );

function contract(): Children {
  return [
    letterhead("Số: {soVanBan}"),
    ...title("HỢP ĐỒNG ĐẶT HÀNG", "Cung cấp dịch vụ sự nghiệp công khuyến công năm {nam}"),
    gap(),
    grounds(),
    body("Căn cứ nhu cầu và khả năng của hai bên, chúng tôi gồm:", { italics: true }),
    ...party("A", "{coQuan}", "Bên đặt hàng"),
    ...party("B", "{trungTam}", "Bên cung cấp dịch vụ"),
    body("Hai bên thỏa thuận ký hợp đồng với các điều khoản sau:"),
    overTable("**Điều 1.** Nội dung đặt hàng: {soDong} dịch vụ (đề án) khuyến công năm {nam}"),
    gap(),
    orderedTable(),
    ...totals(),
    ...texts(["**Điều 2.** Tạm ứng, thanh toán, nghiệm thu và quyết toán", ...PAYMENT]),
    ...texts([
      "**Điều 3.** Quyền và nghĩa vụ của Bên A: bảo đảm kinh phí; kiểm tra, giám sát; tổ chức nghiệm thu, thanh toán đúng hạn; xem xét điều chỉnh khi có thay đổi thuộc thẩm quyền.",
      "**Điều 4.** Quyền và nghĩa vụ của Bên B: thực hiện đúng khối lượng, chất lượng, thời gian; báo cáo tiến độ; giải trình và hoàn trả số tạm ứng vượt giá trị được nghiệm thu; được thanh toán theo khối lượng được nghiệm thu.",
      `**Điều 5.** Thỏa thuận khác: ${DOTS}${DOTS}${DOTS}${DOTS}`,
      `**Điều 6.** Hợp đồng có hiệu lực kể từ ngày ký, lập thành ${DOTS} bản có giá trị như nhau, mỗi bên giữ ${DOTS} bản./.`,
    ]),
    line("", { size: 16 }),
    signers({ title: "ĐẠI DIỆN BÊN B", note: SIGN }, { title: "ĐẠI DIỆN BÊN A", note: SIGN }),
    notReady(),
    unchecked(),
    ownLayout(),
  ];
}

const notDone = () => body(repeated("khongThucHien", "- {ten}: {lyDo}."));

function acceptance(): Children {
  return [
    letterhead("Số: {soVanBan}"),
    ...title("BIÊN BẢN NGHIỆM THU ĐẶT HÀNG", "Các đề án khuyến công năm {nam}"),
    gap(),
    body("Căn cứ Quyết định đặt hàng số {soQuyetDinh} {ngayDatHang} của {coQuan};", { italics: true }),
    body(`Hôm nay, ngày … tháng … năm …, tại ${DOTS}, chúng tôi gồm:`),
    ...party("1", "{coQuan}", "Bên đặt hàng"),
    ...party("2", "{trungTam}", "Đơn vị thực hiện"),
    body("Cùng nghiệm thu kết quả thực hiện như sau:"),
    overTable("**1.** Khối lượng, chất lượng và giá trị"),
    gap(),
    workTable(),
    body("Tổng giá trị được nghiệm thu: **{tongNghiemThu} đồng**."),
    body("(Bằng chữ: {bangChu}).", { italics: true }),
    body("**2.** Đề án dừng hoặc chưa nghiệm thu (không có thì để trống)"),
    notDone(),
    ...texts([
      `**3.** Ý kiến của các bên: ${DOTS}${DOTS}${DOTS}${DOTS}`,
      "**4.** Kết luận: giá trị được nghiệm thu tại mục 1 là cơ sở để thanh toán; số đã tạm ứng vượt giá trị này phải hoàn trả.",
      `Biên bản lập thành ${DOTS} bản có giá trị như nhau, mỗi bên giữ ${DOTS} bản./.`,
    ]),
    line("", { size: 16 }),
    signers({ title: "ĐƠN VỊ THỰC HIỆN", note: SIGN }, { title: "BÊN ĐẶT HÀNG", note: SIGN }),
    ownLayout(),
  ];
}

function liquidation(): Children {
  return [
    letterhead("Số: {soVanBan}"),
    ...title("BIÊN BẢN NGHIỆM THU, THANH LÝ HỢP ĐỒNG ĐẶT HÀNG", "Các đề án khuyến công năm {nam}"),
    gap(),
    body("Căn cứ Hợp đồng đặt hàng số {soQuyetDinh} {ngayDatHang} giữa {coQuan} và {trungTam};", {
      italics: true,
    }),
    body(`Hôm nay, ngày … tháng … năm …, tại ${DOTS}, chúng tôi gồm:`),
    ...party("A", "{coQuan}", "Bên đặt hàng"),
    ...party("B", "{trungTam}", "Bên cung cấp dịch vụ"),
    body("Cùng nghiệm thu và thanh lý hợp đồng như sau:"),
    overTable("**Điều 1.** Kết quả nghiệm thu"),
    gap(),
    workTable(),
    body("Tổng giá trị được nghiệm thu: **{tongNghiemThu} đồng** (bằng chữ: {bangChu})."),
    notDone(),
    overTable("**Điều 2.** Thanh toán"),
    gap(),
    moneyTable(),
    body("Còn được thanh toán: **{tongConLai} đồng** (bằng chữ: {conLaiBangChu})."),
    body("Phải hoàn trả: **{tongHoanTra} đồng**."),
    ...texts([
      "**Điều 3.** Hai bên thống nhất thanh lý hợp đồng; hợp đồng hết hiệu lực khi hai bên đã thanh toán, hoàn trả xong các khoản tại Điều 2.",
      `Biên bản lập thành ${DOTS} bản có giá trị như nhau, mỗi bên giữ ${DOTS} bản./.`,
    ]),
    line("", { size: 16 }),
    signers({ title: "ĐẠI DIỆN BÊN B", note: SIGN }, { title: "ĐẠI DIỆN BÊN A", note: SIGN }),
    ownLayout(),
  ];
}

export const PAPERS: Readonly<Record<TemplateKind, () => Children>> = {
  "quyet-dinh": decision,
  "nghiem-thu": acceptance,
  "hop-dong": contract,
  "thanh-ly": liquidation,
};
