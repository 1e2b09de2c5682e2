import { day, formatDate, yearOf } from "../kernel/date.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

/** To the end of the third year counted from the year of the certificate; the fourth since TT 14/2018, by a secondary source. */
const YEARS = 3;
const YEARS_NOW = 4;
const AMENDED = day("2018-08-16");

export const kcsp008: Rule = {
  id: "KC-SP-008",
  severity: "warning",
  category: "san-pham",
  stage: "line",
  title: {
    vi: "Giấy chứng nhận cấp trước đã hết giá trị",
    en: "The certificate of the level below has ended",
  },
  basis: {
    doc: "tt-26-2014-bct",
    article: "17",
    clause: "3",
    note: "nguyên văn 2014; Thông tư 14/2018/TT-BCT có sửa đổi, chưa đối chiếu",
  },
  from: day("2014-10-21"),
  to: null,
  related: ["KC-SP-007"],
  check: ({ plan }) =>
    plan.products.flatMap((line): Hit[] => {
      if (line.priorDate === null || line.voteDate === null) return [];
      const years = line.priorDate < AMENDED ? YEARS : YEARS_NOW;
      const lastYear = yearOf(line.priorDate) + years - 1;
      if (yearOf(line.voteDate) <= lastYear) return [];
      return [
        {
          where: at(line, "priorDate"),
          message: `Giấy chứng nhận cấp ngày ${formatDate(line.priorDate)} có giá trị đến hết 31/12/${lastYear}.`,
          found: formatDate(line.priorDate),
          expected: `bình chọn không sau 31/12/${lastYear}`,
          remedy: "Bình chọn lại ở cấp trước, hoặc sửa ngày nếu ghi nhầm.",
        },
      ];
    }),
};
