import { PRINCIPLE } from "../kernel/citation.ts";
import { formatDate, yearOf } from "../kernel/date.ts";
import { atInfo } from "./lib.ts";
import type { Rule } from "./types.ts";

export const kcti004: Rule = {
  id: "KC-TI-004",
  severity: "warning",
  category: "ngay-thang",
  stage: "line",
  title: {
    vi: "Ngày tính nên ở năm kế hoạch hoặc năm liền trước",
    en: "The as-of date should fall in the plan year or the year before",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: [],
  check: ({ plan: { info } }) => {
    if (info.asOf === null || info.year === null) return [];
    const year = yearOf(info.asOf);
    if (year === info.year || year === info.year - 1) return [];
    return [
      {
        where: atInfo(info, "asOf"),
        message: `Ngày tính ${formatDate(info.asOf)} cách xa năm kế hoạch ${info.year}.`,
        found: formatDate(info.asOf),
        expected: `một ngày trong năm ${info.year - 1} hoặc ${info.year}`,
        remedy: "Kiểm tra lại ngày tính: mọi mức hỗ trợ và đơn giá lấy theo ngày này.",
      },
    ];
  },
};
