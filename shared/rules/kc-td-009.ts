import { PRINCIPLE } from "../kernel/citation.ts";
import { at, money } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kctd009: Rule = {
  id: "KC-TD-009",
  severity: "error",
  category: "tien-do",
  stage: "line",
  title: {
    vi: "Thanh toán lớn hơn giá trị đã thực hiện",
    en: "More was paid than was done",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-TD-005"],
  check: ({ plan }) =>
    plan.progress
      .filter((line) => line.paidDong !== null && line.spentDong !== null && line.paidDong > line.spentDong)
      .map(
        (line): Hit => ({
          where: at(line, "paid"),
          message: "Số đã thanh toán lớn hơn tổng giá trị đã thực hiện.",
          found: money(line.paidDong ?? 0),
          expected: `không quá ${money(line.spentDong ?? 0)}`,
          remedy: "Sửa số, hoặc cập nhật giá trị đã thực hiện theo biên bản nghiệm thu.",
          differenceDong: (line.paidDong ?? 0) - (line.spentDong ?? 0),
        }),
      ),
};
