import { day, formatDate } from "../kernel/date.ts";
import { certificateEnd } from "../plan/products.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

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
      const { end } = certificateEnd(line.priorDate);
      if (line.voteDate <= end) return [];
      return [
        {
          where: at(line, "priorDate"),
          message: `Giấy chứng nhận cấp ngày ${formatDate(line.priorDate)} có giá trị đến hết ${formatDate(end)}.`,
          found: formatDate(line.priorDate),
          expected: `bình chọn không sau ${formatDate(end)}`,
          remedy: "Bình chọn lại ở cấp trước, hoặc sửa ngày nếu ghi nhầm.",
        },
      ];
    }),
};
