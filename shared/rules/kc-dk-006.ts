import { PRINCIPLE } from "../kernel/citation.ts";
import { at, money } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcdk006: Rule = {
  id: "KC-DK-006",
  severity: "error",
  category: "dang-ky",
  stage: "line",
  title: {
    vi: "Số đề nghị hỗ trợ lớn hơn tổng kinh phí",
    en: "More is asked than the whole cost",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-DK-007"],
  check: ({ plan }) =>
    plan.demands
      .filter(
        (line) => line.supportDong !== null && line.totalDong !== null && line.supportDong > line.totalDong,
      )
      .map(
        (line): Hit => ({
          where: at(line, "support"),
          message: "Kinh phí đề nghị hỗ trợ lớn hơn tổng kinh phí dự kiến.",
          found: money(line.supportDong ?? 0),
          expected: `không quá ${money(line.totalDong ?? 0)}`,
          differenceDong: (line.supportDong ?? 0) - (line.totalDong ?? 0),
          remedy: "Kiểm tra hai số; có thể một số ghi theo triệu đồng.",
        }),
      ),
};
