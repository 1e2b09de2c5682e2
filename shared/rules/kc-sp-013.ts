import { PRINCIPLE } from "../kernel/citation.ts";
import { formatDate } from "../kernel/date.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcsp013: Rule = {
  id: "KC-SP-013",
  severity: "error",
  category: "san-pham",
  stage: "line",
  title: {
    vi: "Quyết định công nhận trước ngày bình chọn",
    en: "The decision precedes the vote",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-SP-009"],
  check: ({ plan }) =>
    plan.products
      .filter(
        (line) => line.decisionDate !== null && line.voteDate !== null && line.decisionDate < line.voteDate,
      )
      .map(
        (line): Hit => ({
          where: at(line, "decisionDate"),
          message: "Ngày quyết định công nhận trước ngày bình chọn.",
          found: line.decisionDate === null ? "" : formatDate(line.decisionDate),
          expected: `từ ${line.voteDate === null ? "" : formatDate(line.voteDate)}`,
          remedy: "Sửa một trong hai ngày.",
        }),
      ),
};
