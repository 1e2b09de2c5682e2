import { day } from "../kernel/date.ts";
import { at, money } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kctd015: Rule = {
  id: "KC-TD-015",
  severity: "warning",
  category: "tien-do",
  stage: "line",
  title: {
    vi: "Đề án dừng mà còn tạm ứng chưa hoàn trả",
    en: "A stopped đề án still holds an advance",
  },
  basis: { doc: "tt-36-2013-bct", article: "12", clause: "6" },
  from: day("2014-02-10"),
  to: null,
  related: ["KC-TD-005"],
  check: ({ plan }) =>
    plan.progress
      .filter((line) => line.state === "Dừng" && (line.advancedDong ?? 0) > 0)
      .map(
        (line): Hit => ({
          where: at(line, "advanced"),
          message: `Đề án đã dừng, còn ${money(line.advancedDong ?? 0)} tạm ứng chưa có khối lượng thanh toán.`,
          found: money(line.advancedDong ?? 0),
          expected: money(0),
          remedy: "Hoàn trả để nộp ngân sách, hoặc thanh toán phần khối lượng đã nghiệm thu.",
          differenceDong: line.advancedDong ?? 0,
        }),
      ),
};
