/** The nine contents of khuyến công, NĐ 45/2012/NĐ-CP Điều 4 khoản 1–9 (original wording, shortened for a picklist). */
export const CONTENTS = [
  { code: 1, vi: "Đào tạo nghề, truyền nghề", en: "Vocational training" },
  {
    code: 2,
    vi: "Nâng cao năng lực quản lý, sản xuất sạch hơn, khởi sự doanh nghiệp, mở rộng thị trường",
    en: "Management, cleaner production, start-ups, markets",
  },
  {
    code: 3,
    vi: "Mô hình trình diễn kỹ thuật, chuyển giao công nghệ, ứng dụng máy móc tiên tiến",
    en: "Demonstration models, technology transfer, machinery",
  },
  {
    code: 4,
    vi: "Phát triển sản phẩm công nghiệp nông thôn tiêu biểu, hội chợ, thương hiệu",
    en: "Representative products, fairs, brands",
  },
  { code: 5, vi: "Tư vấn, trợ giúp cơ sở công nghiệp nông thôn", en: "Consulting" },
  { code: 6, vi: "Cung cấp thông tin, tuyên truyền", en: "Information" },
  {
    code: 7,
    vi: "Liên doanh liên kết, phát triển cụm công nghiệp, di dời cơ sở gây ô nhiễm",
    en: "Linkages, clusters, relocation",
  },
  { code: 8, vi: "Hợp tác quốc tế về khuyến công", en: "International cooperation" },
  {
    code: 9,
    vi: "Nâng cao năng lực quản lý và tổ chức thực hiện khuyến công",
    en: "Capacity of extension bodies",
  },
] as const;

export type ContentCode = (typeof CONTENTS)[number]["code"];
