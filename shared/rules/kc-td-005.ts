import { day } from "../kernel/date.ts";
import { sumCostLines } from "../plan/totals.ts";
import { at, money } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kctd005: Rule = {
  id: "KC-TD-005",
  severity: "error",
  category: "tien-do",
  stage: "cross-line",
  title: {
    vi: "Tạm ứng và thanh toán vượt kinh phí khuyến công của đề án",
    en: "Advance and payment exceed the support",
  },
  basis: { doc: "tt-36-2013-bct", article: "12", clause: "6" },
  from: day("2014-02-10"),
  to: null,
  related: ["KC-TD-006"],
  check: ({ plan }) => {
    const sums = sumCostLines(plan);
    return plan.progress.flatMap((line): Hit[] => {
      const support = sums.get(line.deAnCode ?? "")?.supportDong;
      const given = BigInt(line.advancedDong ?? 0) + BigInt(line.paidDong ?? 0);
      if (support === undefined || given <= BigInt(support)) return [];
      const id = (line.paidDong ?? 0) > 0 ? "paid" : "advanced";
      return [
        {
          where: at(line, id),
          message: "Tổng đã tạm ứng và đã thanh toán lớn hơn kinh phí khuyến công của đề án.",
          found: money(Number(given)),
          expected: `không quá ${money(support)}`,
          differenceDong: Number(given) - support,
          remedy: "Kiểm tra số; cột tạm ứng đã trừ phần thanh toán. Phần vượt phải thu hồi.",
        },
      ];
    });
  },
};
