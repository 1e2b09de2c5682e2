import { formatDate, yearOf } from "../kernel/date.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcda009: Rule = {
  id: "KC-DA-009",
  severity: "warning",
  category: "ngay-thang",
  stage: "line",
  title: {
    vi: "Đề án kéo dài quá năm kế hoạch",
    en: "The đề án runs past the plan year",
  },
  basis: { doc: "tt-36-2013-bct", article: "2", clause: "3" },
  from: null,
  to: null,
  related: [],
  check: ({ plan }) =>
    plan.deAn
      .filter((line) => line.end !== null && plan.info.year !== null && yearOf(line.end) > plan.info.year)
      .map(
        (line): Hit => ({
          where: at(line, "end"),
          message: `Đề án kết thúc sau năm ${plan.info.year}; chỉ đề án điểm thực hiện trên một năm.`,
          found: line.end === null ? "" : formatDate(line.end),
          expected: `không sau 31/12/${plan.info.year}`,
          remedy: "Rút ngắn thời gian, hoặc lập thành đề án điểm và chia kinh phí theo năm.",
        }),
      ),
};
