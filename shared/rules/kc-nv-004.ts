import { PRINCIPLE } from "../kernel/citation.ts";
import { computePlanTotals } from "../plan/totals.ts";
import { atInfo, money } from "./lib.ts";
import type { Rule } from "./types.ts";

export const kcnv004: Rule = {
  id: "KC-NV-004",
  severity: "warning",
  category: "nguon-von",
  stage: "cross-line",
  title: {
    vi: "Kinh phí khuyến công địa phương vượt số được giao",
    en: "Support from the local fund exceeds the budget given",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: [],
  check: ({ plan }) => {
    const budgetDong = plan.info.localBudgetDong;
    if (budgetDong === null) return [];
    const supportDong = computePlanTotals(plan).byFund["ĐP"].supportDong;
    if (supportDong <= budgetDong) return [];
    return [
      {
        where: atInfo(plan.info, "localBudget"),
        message: "Tổng kinh phí khuyến công địa phương của các đề án vượt số được giao.",
        found: money(supportDong),
        expected: `không quá ${money(budgetDong)}`,
        differenceDong: supportDong - budgetDong,
        remedy: "Giảm hoặc rút bớt đề án, hoặc cập nhật số được giao; phần vượt chỉ nên ở danh mục dự phòng.",
      },
    ];
  },
};
