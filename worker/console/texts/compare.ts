/** Sentences of the comparison page in both languages. */
import type { OutlierView } from "../../../shared/contract/comparison.ts";
import { plainDecimal } from "../../../shared/kernel/quantity.ts";

const times = (hundredths: number) => plainDecimal(Math.floor(hundredths / 10) / 10);
const POWERS: Readonly<Record<number, string>> = { 1: "10", 2: "100", 3: "1.000", 6: "1.000.000" };
const power = (exponent: number) => POWERS[Math.abs(exponent)] ?? `10^${Math.abs(exponent)}`;

function causeVi({ cause }: OutlierView): string {
  if (cause.kind === "zero") return "; số bằng 0";
  if (cause.kind === "unknown") return "";
  const what =
    cause.power > 0 ? `gấp khoảng ${power(cause.power)} lần` : `bằng khoảng 1/${power(cause.power)}`;
  return `; ${what} trung vị, có thể sai dấu thập phân hoặc đơn vị tính`;
}

function causeEn({ cause }: OutlierView): string {
  if (cause.kind === "zero") return "; it is zero";
  if (cause.kind === "unknown") return "";
  const size = power(cause.power).replaceAll(".", ",");
  const what = cause.power > 0 ? `about ${size} times` : `about 1/${size} of`;
  return `; ${what} the median, perhaps a slipped decimal point or another unit`;
}

export const compareVi = {
  title: "So sánh giữa các tỉnh – Khuyến Công",
  nav: "So sánh",
  heading: "So sánh giữa các tỉnh",
  lead: "Số liệu của những hồ sơ Bộ đang thấy, đặt cạnh nhau. Chọn vị trí để mở hồ sơ gốc.",
  topics: "Loại số liệu",
  topic: {
    service: "Đơn giá dịch vụ",
    norm: "Hao phí định mức",
    price: "Giá",
    support: "Mức hỗ trợ một đơn vị",
  },
  goProposal: "Đề xuất tập định mức dự thảo",
  spread: "Từng tỉnh",
  figuresIn: (unit: string) => `Số liệu (${unit}), mở vị trí trong hồ sơ`,
  centreMark: (value: string) => `ước lượng ${value}`,
  pictureLabel: (n: number, least: string, greatest: string, unit: string) =>
    `Phân bố của ${n} số liệu, từ ${least} đến ${greatest} ${unit}`,
  search: "Tìm (không cần dấu)",
  counts: (provinces: number, figures: number) => `${provinces} tỉnh, ${figures} số liệu`,
  estimate: "Ước lượng bền (Hodges–Lehmann)",
  interval: (percent: number) => `Khoảng tin cậy ${String(percent).replace(".", ",")} %`,
  median: "Trung vị mọi số liệu",
  roundedMoney: "Số ước lượng làm tròn đến đồng, nửa đồng lên.",
  mad: "Độ lệch tuyệt đối trung vị (MAD)",
  base: "Dựa trên",
  tooFew: (provinces: number, needed: number) =>
    `Mới có ${provinces} tỉnh; cần ít nhất ${needed} tỉnh mới tính ước lượng và nêu số lệch xa.`,
  truncated: (n: number) => `Có hơn ${n} số liệu, chỉ hiện ${n} số đầu và không tính tổng hợp từ một phần.`,
  far: (outlier: OutlierView) => {
    const where = outlier.side === "low" ? "Thấp" : "Cao";
    const apart =
      outlier.distanceHundredths === null
        ? `${where}, khác số chung của hơn một nửa`
        : `${where}, ${times(outlier.distanceHundredths).replace(".", ",")} lần độ lệch chuẩn bền`;
    return apart + causeVi(outlier);
  },
  province: "Tỉnh",
  picture: "So với các tỉnh",
  legend:
    "Dải nhạt là khoảng tin cậy, vạch đứt là ước lượng bền, vạch liền là trung vị; chấm cam là số cách trung vị hơn ba lần độ lệch chuẩn bền (1,4826 × MAD).",
  clipped: "Số lệch xa vẽ ở mép, ngoài thang.",
  logarithmic: "Thang logarit vì các số cách nhau quá xa.",
  empty: {
    service: "Chưa có hồ sơ nào được tỉnh chuyển lên có định mức tính được đơn giá.",
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
  topic: {
    service: "Prices of services",
    norm: "Norm components",
    price: "Prices",
    support: "Support for one unit",
  },
  goProposal: "Propose a draft norm book",
  spread: "Province by province",
  figuresIn: (unit) => `Figures (${unit}), opening their place`,
  centreMark: (value) => `estimate ${value}`,
  pictureLabel: (n, least, greatest, unit) =>
    `Distribution of ${n} figures, from ${least} to ${greatest} ${unit}`,
  search: "Search",
  counts: (provinces, figures) => `${provinces} provinces, ${figures} figures`,
  estimate: "Robust estimate (Hodges–Lehmann)",
  interval: (percent) => `${percent} % interval`,
  median: "Median of all figures",
  roundedMoney: "Estimates are rounded to the đồng, half up.",
  mad: "Median absolute deviation (MAD)",
  base: "Based on",
  tooFew: (provinces, needed) =>
    `Only ${provinces} provinces so far; an estimate and outliers need at least ${needed}.`,
  truncated: (n) =>
    `There are more than ${n} figures; the first ${n} are shown and nothing is summed up from a part.`,
  far: (outlier) => {
    const where = outlier.side === "low" ? "Low" : "High";
    const apart =
      outlier.distanceHundredths === null
        ? `${where}, unlike more than half`
        : `${where}, ${times(outlier.distanceHundredths)} robust deviations`;
    return apart + causeEn(outlier);
  },
  province: "Province",
  picture: "Against the others",
  legend:
    "The pale band is the interval, the dashed line the estimate, the solid one the median; orange marks lie more than three robust deviations (1.4826 × MAD) from the median.",
  clipped: "Figures far off are drawn at the edge, beyond the scale.",
  logarithmic: "Logarithmic, because the figures lie far apart.",
  empty: {
    service: "No forwarded submission has a norm that can be priced yet.",
    support: "No forwarded submission has support yet.",
    price: "No forwarded submission has a price list (KC_DonGia) yet.",
    norm: "No forwarded submission has norms (KC_DinhMuc) yet.",
  },
  none: "Nothing matches. Try fewer letters.",
};
