import { PRINCIPLE } from "../kernel/citation.ts";
import { formatDate } from "../kernel/date.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kctd017: Rule = {
  id: "KC-TD-017",
  severity: "error",
  category: "tien-do",
  stage: "cross-line",
  title: {
    vi: "Một đề án có hai báo cáo cùng ngày",
    en: "Two reports of one đề án on one day",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-TD-004"],
  check: ({ plan }) => {
    const first = new Map<string, number>();
    return plan.progress.flatMap((line): Hit[] => {
      if (line.deAnCode === null || line.date === null) return [];
      const key = `${line.deAnCode}|${line.date}`;
      const seen = first.get(key);
      if (seen === undefined) first.set(key, line.row);
      if (seen === undefined) return [];
      return [
        {
          where: at(line, "date"),
          message: `Đề án “${line.deAnCode}” đã có báo cáo ngày ${formatDate(line.date)} ở dòng ${seen}; không biết số nào đúng.`,
          found: formatDate(line.date),
          expected: "mỗi đề án một báo cáo một ngày",
          remedy: "Xóa dòng cũ, hoặc sửa ngày.",
        },
      ];
    });
  },
};
