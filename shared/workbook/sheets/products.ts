/** KC_SanPham: products for the vote of sản phẩm công nghiệp nông thôn tiêu biểu, TT 26/2014/TT-BCT. */
import { VOTE_LEVELS } from "../../law/vote-levels.ts";
import { PRODUCT_ROUTES, YES_NO } from "../../plan/shapes.ts";
import type { ColumnDef, ListSheetDef } from "../sheet-def.ts";

const MARK_COLUMNS = ["S", "T", "U", "V"] as const;

function mark(id: string, header: string, headerEn: string, point: string): ColumnDef {
  return {
    id,
    header,
    headerEn,
    kind: "quantity",
    width: 11,
    help: `Điểm bình quân của Ban Giám khảo, điểm ${point} khoản 1 Điều 7 Thông tư 26/2014/TT-BCT.`,
  };
}

function yesNo(id: string, header: string, headerEn: string, clause: string, help: string): ColumnDef {
  return {
    id,
    header,
    headerEn,
    kind: "text",
    list: [...YES_NO],
    width: 10,
    help: `${help} (khoản ${clause} Điều 4 Thông tư 26/2014/TT-BCT).`,
  };
}

const IDENTITY: readonly ColumnDef[] = [
  {
    id: "code",
    header: "Mã sản phẩm",
    headerEn: "Product code",
    kind: "text",
    required: true,
    width: 12,
    help: "Duy nhất trong trang, ví dụ SP01. Một sản phẩm lên cấp sau giữ nguyên mã.",
  },
  {
    id: "name",
    header: "Tên sản phẩm",
    headerEn: "Product",
    kind: "text",
    required: true,
    width: 34,
    help: "Sản phẩm hoặc bộ sản phẩm.",
  },
  {
    id: "producer",
    header: "Cơ sở sản xuất",
    headerEn: "Producer",
    kind: "text",
    required: true,
    width: 28,
    help: "Cơ sở công nghiệp nông thôn sản xuất và đăng ký.",
  },
  {
    id: "place",
    header: "Địa bàn",
    headerEn: "Place",
    kind: "text",
    width: 18,
    help: "Xã, phường, đặc khu nơi sản xuất.",
  },
  {
    id: "group",
    header: "Nhóm sản phẩm",
    headerEn: "Product group",
    kind: "integer",
    required: true,
    list: ["1", "2", "3", "4"],
    width: 9,
    help: "1 thủ công mỹ nghệ; 2 chế biến nông, lâm, thủy sản và thực phẩm; 3 thiết bị, máy móc, dụng cụ, phụ tùng cơ khí; 4 khác (Điều 5 Thông tư 26/2014/TT-BCT).",
  },
];

const ENTRY: readonly ColumnDef[] = [
  {
    id: "level",
    header: "Cấp bình chọn",
    headerEn: "Level",
    kind: "text",
    required: true,
    list: [...VOTE_LEVELS],
    width: 11,
    help: "Cấp của kỳ bình chọn này. Cấp huyện chỉ đến hết 30/06/2025.",
  },
  {
    id: "voteDate",
    header: "Ngày bình chọn",
    headerEn: "Vote date",
    kind: "date",
    required: true,
    width: 12,
    help: "Ngày Ban Giám khảo chấm, hoặc ngày dự kiến.",
  },
  {
    id: "route",
    header: "Đường tham gia",
    headerEn: "Route",
    kind: "text",
    list: [...PRODUCT_ROUTES],
    width: 13,
    help: "Bình chọn: theo các cấp. Cuộc thi: sản phẩm đạt giải cuộc thi, là đường đề xuất, chưa có trong quy định.",
  },
  {
    id: "contest",
    header: "Cuộc thi và giải",
    headerEn: "Contest and prize",
    kind: "text",
    width: 28,
    help: "Tên cuộc thi, giải, quyết định trao giải; chỉ khi đường tham gia là Cuộc thi.",
  },
  yesNo("ownMade", "Tự sản xuất", "Own make", "2", "Do chính cơ sở sản xuất và đăng ký"),
  yesNo("original", "Không sao chép", "Not a copy", "3", "Không phải sản phẩm sao chép"),
  yesNo(
    "lawful",
    "Không vi phạm",
    "Lawful",
    "3",
    "Không vi phạm sở hữu trí tuệ, tiêu chuẩn, an toàn, môi trường",
  ),
  yesNo("serial", "Hàng loạt", "Mass-produced", "4", "Sản xuất được hàng loạt, không phải độc bản"),
  {
    id: "form",
    header: "Có phiếu đăng ký",
    headerEn: "Registration form",
    kind: "text",
    list: [...YES_NO],
    width: 10,
    help: "Phụ lục số 1 kèm bản sao đăng ký kinh doanh (điểm a khoản 1 Điều 12 Thông tư 26/2014/TT-BCT).",
  },
  {
    id: "description",
    header: "Có thuyết minh",
    headerEn: "Description",
    kind: "text",
    list: [...YES_NO],
    width: 10,
    help: "Phụ lục số 2 (điểm b khoản 1 Điều 12 Thông tư 26/2014/TT-BCT).",
  },
  {
    id: "photos",
    header: "Số ảnh",
    headerEn: "Photos",
    kind: "integer",
    width: 8,
    help: "Ảnh màu từ 10 × 15 cm, chụp 3 góc khác nhau.",
  },
  {
    id: "letter",
    header: "Văn bản đề nghị",
    headerEn: "Proposal letter",
    kind: "text",
    width: 20,
    help: "Số, ngày văn bản đề nghị của cấp gửi (điểm c các khoản 2, 3, 4 Điều 12).",
  },
  {
    id: "jury",
    header: "Số giám khảo",
    headerEn: "Jury",
    kind: "integer",
    width: 9,
    help: "Số thành viên Ban Giám khảo chấm; là số lẻ (khoản 2 Điều 11).",
  },
];

const MARKS: readonly ColumnDef[] = [
  mark("market", "Điểm thị trường", "Market mark", "a"),
  mark("technical", "Điểm kinh tế - kỹ thuật", "Technical mark", "b"),
  mark("culture", "Điểm văn hóa, thẩm mỹ", "Culture mark", "c"),
  mark("otherMark", "Điểm khác", "Other mark", "d"),
  {
    id: "mark",
    header: "Điểm bình quân",
    headerEn: "Average mark",
    kind: "quantity",
    formula: (row) =>
      `=IF(COUNT(${MARK_COLUMNS[0]}${row}:${MARK_COLUMNS[3]}${row})=0,"",SUM(${MARK_COLUMNS[0]}${row}:${MARK_COLUMNS[3]}${row}))`,
    width: 10,
    help: "Tổng điểm bốn tiêu chí; từ 70 điểm được cấp Giấy chứng nhận (khoản 1 Điều 17 Thông tư 26/2014/TT-BCT).",
  },
  {
    id: "rank",
    header: "Hạng",
    headerEn: "Rank",
    kind: "integer",
    width: 8,
    help: "Thứ hạng trong nhóm ở cấp này.",
  },
  {
    id: "decision",
    header: "Quyết định công nhận",
    headerEn: "Decision",
    kind: "text",
    width: 20,
    help: "Số quyết định công nhận của cấp này.",
  },
  {
    id: "decisionDate",
    header: "Ngày quyết định",
    headerEn: "Decided on",
    kind: "date",
    width: 12,
    help: "Ngày cấp Giấy chứng nhận.",
  },
];

const PRIOR: readonly ColumnDef[] = [
  {
    id: "priorLevel",
    header: "Cấp trước",
    headerEn: "Prior level",
    kind: "text",
    list: [...VOTE_LEVELS],
    width: 10,
    help: "Cấp đã công nhận sản phẩm trước đó.",
  },
  {
    id: "priorDecision",
    header: "Quyết định cấp trước",
    headerEn: "Prior decision",
    kind: "text",
    width: 20,
    help: "Số quyết định công nhận ở cấp trước.",
  },
  {
    id: "priorDate",
    header: "Ngày quyết định cấp trước",
    headerEn: "Prior decided on",
    kind: "date",
    width: 12,
    help: "Để tính Giấy chứng nhận cấp trước còn giá trị hay không.",
  },
  {
    id: "priorMark",
    header: "Điểm cấp trước",
    headerEn: "Prior mark",
    kind: "quantity",
    width: 9,
    help: "Điểm bình quân ở cấp trước.",
  },
  {
    id: "priorRank",
    header: "Hạng cấp trước",
    headerEn: "Prior rank",
    kind: "integer",
    width: 9,
    help: "Thứ hạng ở cấp trước.",
  },
  { id: "note", header: "Ghi chú", headerEn: "Note", kind: "text", width: 24, help: "" },
];

export const PRODUCT_SHEET: ListSheetDef = {
  kind: "list",
  name: "KC_SanPham",
  title: "SẢN PHẨM THAM GIA BÌNH CHỌN SẢN PHẨM CÔNG NGHIỆP NÔNG THÔN TIÊU BIỂU",
  help: "Mỗi dòng một sản phẩm ở một cấp. Sản phẩm lên cấp sau là một dòng mới, cùng mã, có quyết định và hạng của cấp trước.",
  tableName: "tblSanPham",
  capacity: 1000,
  landscape: true,
  columns: [...IDENTITY, ...ENTRY, ...MARKS, ...PRIOR],
};
