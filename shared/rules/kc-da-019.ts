import { PRINCIPLE } from "../kernel/citation.ts";
import { formatDate, yearOf } from "../kernel/date.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcda019: Rule = {
  id: "KC-DA-019",
  severity: "warning",
  category: "ngay-thang",
  stage: "line",
  title: {
    vi: "Đề án bắt đầu trước năm kế hoạch",
    en: "The đề án starts before the plan year",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-DA-008", "KC-DA-009"],
  check: ({ plan }) =>
    plan.deAn.flatMap((line): Hit[] => {
      const { year } = plan.info;
      if (line.start === null || year === null || yearOf(line.start) >= year) return [];
      return [
        {
          where: at(line, "start"),
          message: `Đề án bắt đầu trước năm ${year}; kinh phí năm ${year} không chi cho việc đã làm trước đó.`,
          found: formatDate(line.start),
          expected: `từ 01/01/${year}`,
          remedy: "Sửa ngày bắt đầu. Nếu là phần tiếp của đề án điểm nhiều năm, ghi rõ ở cột Ghi chú.",
        },
      ];
    }),
};
