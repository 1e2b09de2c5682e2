import { PRINCIPLE } from "../kernel/citation.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kctd001: Rule = {
  id: "KC-TD-001",
  severity: "error",
  category: "tien-do",
  stage: "cross-line",
  title: {
    vi: "Báo cáo tiến độ phải của một đề án có trong KC_DeAn",
    en: "A progress line must belong to a đề án of KC_DeAn",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-DT-003"],
  check: ({ plan }) => {
    const codes = new Set(plan.deAn.map(({ code }) => code));
    return plan.progress
      .filter(({ deAnCode }) => deAnCode !== null && !codes.has(deAnCode))
      .map(
        (line): Hit => ({
          where: at(line, "deAnCode"),
          message: `Không có đề án “${line.deAnCode}” ở KC_DeAn.`,
          found: line.deAnCode ?? "",
          expected: "mã của một đề án trong KC_DeAn",
          remedy: "Sửa mã; kinh phí khuyến công của dòng này đang là 0.",
        }),
      );
  },
};
