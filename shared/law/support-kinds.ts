/**
 * Kinds of support whose ceiling the law sets. Codes are permanent and used in KC.MUCHOTRO and in the column
 * "Loại hỗ trợ". Content is the khoản of NĐ 45/2012 Đ.4 the kind usually belongs to. The last four have no ceiling of
 * their own: the law sends them to the general spending circulars (TTLT 26/2014 Đ.6.1) or to tender and approved unit
 * prices (Đ.6.2.k); without them no đề án of contents 1, 6 and 8 could be written down.
 */
export interface SupportKind {
  readonly code: string;
  readonly vi: string;
  readonly en: string;
  readonly content: number;
  /** What one unit of the ceiling is. */
  readonly unitVi: string;
}

export const SUPPORT_KINDS = [
  {
    code: "LAP-DN",
    vi: "Thành lập doanh nghiệp ở địa bàn khó khăn",
    en: "New enterprise in a difficult area",
    content: 2,
    unitVi: "doanh nghiệp",
  },
  {
    code: "MO-HINH",
    vi: "Mô hình trình diễn kỹ thuật",
    en: "Demonstration model",
    content: 3,
    unitVi: "mô hình",
  },
  {
    code: "MO-HINH-NHAN-RONG",
    vi: "Nhân rộng mô hình của cơ sở hoạt động hiệu quả",
    en: "Spreading an efficient establishment's model",
    content: 3,
    unitVi: "mô hình",
  },
  {
    code: "SXSH",
    vi: "Mô hình thí điểm sản xuất sạch hơn",
    en: "Cleaner-production pilot",
    content: 3,
    unitVi: "mô hình",
  },
  {
    code: "MAY-MOC",
    vi: "Ứng dụng máy móc thiết bị tiên tiến, chuyển giao công nghệ",
    en: "Advanced machinery, technology transfer",
    content: 3,
    unitVi: "cơ sở",
  },
  {
    code: "DAY-CHUYEN",
    vi: "Ứng dụng dây chuyền công nghệ",
    en: "Production line",
    content: 3,
    unitVi: "cơ sở",
  },
  {
    code: "HOI-CHO",
    vi: "Tổ chức hội chợ, triển lãm trong nước",
    en: "Organising a domestic fair",
    content: 4,
    unitVi: "hội chợ",
  },
  {
    code: "GIAN-HANG",
    vi: "Tham gia hội chợ, triển lãm khác trong nước (thuê gian hàng)",
    en: "Booth at another domestic fair",
    content: 4,
    unitVi: "gian hàng",
  },
  {
    code: "HOI-CHO-NN",
    vi: "Tổ chức, tham gia hội chợ, triển lãm tại nước ngoài",
    en: "Fair abroad",
    content: 4,
    unitVi: "hội chợ",
  },
  {
    code: "KHAO-SAT-NN",
    vi: "Vé máy bay khảo sát, học tập ở nước ngoài",
    en: "Air ticket for a study trip abroad",
    content: 2,
    unitVi: "người",
  },
  {
    code: "BINH-CHON-KV",
    vi: "Tổ chức bình chọn sản phẩm cấp khu vực",
    en: "Regional product vote",
    content: 4,
    unitVi: "lần",
  },
  {
    code: "BINH-CHON-QG",
    vi: "Tổ chức bình chọn sản phẩm cấp quốc gia",
    en: "National product vote",
    content: 4,
    unitVi: "lần",
  },
  {
    code: "THUONG-KV",
    vi: "Thưởng sản phẩm tiêu biểu cấp khu vực",
    en: "Regional product award",
    content: 4,
    unitVi: "sản phẩm",
  },
  {
    code: "THUONG-QG",
    vi: "Thưởng sản phẩm tiêu biểu cấp quốc gia",
    en: "National product award",
    content: 4,
    unitVi: "sản phẩm",
  },
  {
    code: "THUONG-HIEU",
    vi: "Xây dựng và đăng ký thương hiệu",
    en: "Brand",
    content: 4,
    unitVi: "thương hiệu",
  },
  { code: "TU-VAN", vi: "Thuê tư vấn, trợ giúp cơ sở", en: "Consultants", content: 5, unitVi: "cơ sở" },
  {
    code: "PHONG-TRUNG-BAY",
    vi: "Phòng trưng bày sản phẩm",
    en: "Showroom",
    content: 4,
    unitVi: "phòng trưng bày",
  },
  {
    code: "HIEP-HOI-VUNG",
    vi: "Thành lập hội, hiệp hội cấp vùng",
    en: "Regional association",
    content: 7,
    unitVi: "hội, hiệp hội",
  },
  {
    code: "HIEP-HOI-QG",
    vi: "Thành lập hội, hiệp hội cấp quốc gia",
    en: "National association",
    content: 7,
    unitVi: "hội, hiệp hội",
  },
  {
    code: "CUM-LIEN-KET",
    vi: "Hình thành cụm liên kết doanh nghiệp",
    en: "Enterprise cluster",
    content: 7,
    unitVi: "cụm liên kết",
  },
  {
    code: "LAI-SUAT",
    vi: "Lãi suất vốn vay di dời cơ sở gây ô nhiễm",
    en: "Interest for relocation",
    content: 7,
    unitVi: "cơ sở",
  },
  {
    code: "O-NHIEM-CO-SO",
    vi: "Nâng cấp xử lý ô nhiễm tại cơ sở",
    en: "Pollution treatment at an establishment",
    content: 7,
    unitVi: "cơ sở",
  },
  {
    code: "O-NHIEM-CCN",
    vi: "Nâng cấp xử lý ô nhiễm tại cụm công nghiệp",
    en: "Pollution treatment at a cluster",
    content: 7,
    unitVi: "cụm công nghiệp",
  },
  {
    code: "QUY-HOACH-CCN",
    vi: "Lập quy hoạch chi tiết cụm công nghiệp",
    en: "Detailed plan of a cluster",
    content: 7,
    unitVi: "cụm công nghiệp",
  },
  {
    code: "HA-TANG-CCN",
    vi: "Kết cấu hạ tầng cụm công nghiệp",
    en: "Infrastructure of a cluster",
    content: 7,
    unitVi: "cụm công nghiệp",
  },
  {
    code: "QUAN-LY-CO-QUAN",
    vi: "Chi quản lý của cơ quan quản lý kinh phí",
    en: "Managing body's costs",
    content: 9,
    unitVi: "năm",
  },
  {
    code: "QUAN-LY-DON-VI",
    vi: "Chi quản lý của đơn vị thực hiện đề án",
    en: "Implementing unit's costs",
    content: 9,
    unitVi: "đề án",
  },
  { code: "DAO-TAO", vi: "Đào tạo nghề, truyền nghề", en: "Vocational training", content: 1, unitVi: "lớp" },
  {
    code: "TAP-HUAN",
    vi: "Tập huấn, hội thảo, tham quan để nâng cao năng lực",
    en: "Courses, workshops and study visits",
    content: 2,
    unitVi: "cuộc",
  },
  {
    code: "THONG-TIN",
    vi: "Chương trình truyền hình, truyền thanh, bản tin, ấn phẩm, trang thông tin",
    en: "Broadcasts, publications, websites",
    content: 6,
    unitVi: "chương trình",
  },
  {
    code: "HOP-TAC-QT",
    vi: "Hợp tác quốc tế về khuyến công",
    en: "International cooperation",
    content: 8,
    unitVi: "hoạt động",
  },
] as const satisfies readonly SupportKind[];

export type SupportKindCode = (typeof SUPPORT_KINDS)[number]["code"];

export function findSupportKind(code: string): SupportKind | null {
  return SUPPORT_KINDS.find((kind) => kind.code === code) ?? null;
}
