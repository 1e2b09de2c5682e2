import { PRINCIPLE } from "../kernel/citation.ts";
import { sumCostLines } from "../plan/totals.ts";
import { at, money } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcnv008: Rule = {
  id: "KC-NV-008",
  severity: "info",
  category: "nguon-von",
  stage: "cross-line",
  title: {
    vi: "Đề án không xin kinh phí khuyến công",
    en: "The đề án asks for no support",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-NV-002"],
  check: ({ plan }) => {
    const sums = sumCostLines(plan);
    return plan.deAn.flatMap((line): Hit[] => {
      const sum = line.code === null ? undefined : sums.get(line.code);
      if (sum === undefined || sum.supportDong !== 0 || sum.totalDong === 0) return [];
      return [
        {
          where: at(line, "support"),
          message: "Đề án có dự toán nhưng không dùng kinh phí khuyến công.",
          found: money(0),
          expected: "phần kinh phí khuyến công đề nghị",
          remedy: "Điền cột Kinh phí khuyến công ở KC_DuToan, hoặc bỏ đề án khỏi kế hoạch.",
        },
      ];
    });
  },
};
