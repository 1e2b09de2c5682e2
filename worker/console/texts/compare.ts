/** Sentences of the comparison page in both languages. */
import { plainDecimal } from "../../../shared/kernel/quantity.ts";

const times = (hundredths: number) => plainDecimal(Math.floor(hundredths / 10) / 10);

export const compareVi = {
  title: "So sánh giữa các tỉnh – Khuyến Công",
  nav: "So sánh",
  heading: "So sánh giữa các tỉnh",
  lead: "Số liệu của những hồ sơ Bộ đang thấy, đặt cạnh nhau. Chọn vị trí để mở hồ sơ gốc.",
  topics: "Loại số liệu",
  topic: { support: "Mức hỗ trợ một đơn vị", price: "Giá", norm: "Định mức" },
  search: "Tìm (không cần dấu)",
  counts: (provinces: number, figures: number) => `${provinces} tỉnh, ${figures} số liệu`,
  estimate: "Ước lượng bền (Hodges–Lehmann)",
  interval: (percent: number) => `Khoảng tin cậy ${String(percent).replace(".", ",")} %`,
  median: "Trung vị mọi số liệu",
  mad: "Độ lệch tuyệt đối trung vị (MAD)",
  base: "Dựa trên",
  tooFew: (provinces: number, needed: number) =>
    `Mới có ${provinces} tỉnh; cần ít nhất ${needed} tỉnh mới tính ước lượng và nêu số lệch xa.`,
  truncated: (n: number) => `Có hơn ${n} số liệu, chỉ hiện ${n} số đầu và không tính tổng hợp từ một phần.`,
  far: (side: "low" | "high", hundredths: number | null) => {
    const where = side === "low" ? "thấp" : "cao";
    return hundredths === null
      ? `${where}, khác số chung của hơn một nửa`
      : `${where}, ${times(hundredths).replace(".", ",")} lần độ lệch chuẩn bền`;
  },
  province: "Tỉnh",
  year: "Năm",
  picture: "So với các tỉnh",
  where: "Vị trí",
  legend:
    "Vạch đứt là ước lượng bền; chấm cam là số cách trung vị hơn ba lần độ lệch chuẩn bền (1,4826 × MAD).",
  logarithmic: "Thang logarit vì các số cách nhau quá xa.",
  empty: {
    support: "Chưa có hồ sơ nào được tỉnh chuyển lên có mức hỗ trợ.",
    price: "Chưa có hồ sơ nào được tỉnh chuyển lên có bảng giá (KC_DonGia).",
    norm: "Chưa có hồ sơ nào được tỉnh chuyển lên có định mức (KC_DinhMuc).",
  },
  none: "Không có mục nào khớp. Thử ít chữ hơn.",
};

export const compareEn: typeof compareVi = {
  title: "Provinces compared – Khuyến Công",
  nav: "Compare",
  heading: "Provinces side by side",
  lead: "Figures of the submissions the Ministry sees. Choose a place to open the submission it comes from.",
  topics: "Kind of figure",
  topic: { support: "Support for one unit", price: "Prices", norm: "Norms" },
  search: "Search",
  counts: (provinces, figures) => `${provinces} provinces, ${figures} figures`,
  estimate: "Robust estimate (Hodges–Lehmann)",
  interval: (percent) => `${percent} % interval`,
  median: "Median of all figures",
  mad: "Median absolute deviation (MAD)",
  base: "Based on",
  tooFew: (provinces, needed) =>
    `Only ${provinces} provinces so far; an estimate and outliers need at least ${needed}.`,
  truncated: (n) =>
    `There are more than ${n} figures; the first ${n} are shown and nothing is summed up from a part.`,
  far: (side, hundredths) =>
    hundredths === null
      ? `${side}, unlike more than half`
      : `${side}, ${times(hundredths)} robust deviations`,
  province: "Province",
  year: "Year",
  picture: "Against the others",
  where: "Place",
  legend:
    "The dashed line is the estimate; orange marks lie more than three robust deviations (1.4826 × MAD) from the median.",
  logarithmic: "Logarithmic, because the figures lie far apart.",
  empty: {
    support: "No forwarded submission has support yet.",
    price: "No forwarded submission has a price list (KC_DonGia) yet.",
    norm: "No forwarded submission has norms (KC_DinhMuc) yet.",
  },
  none: "Nothing matches. Try fewer letters.",
};
