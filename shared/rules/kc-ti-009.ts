import { PRINCIPLE } from "../kernel/citation.ts";
import { atInfo, money } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

/** No yearly budget of a province is smaller; a figure below it is a slip of the unit. */
const SMALLEST_PLAUSIBLE_DONG = 1_000_000;

export const kcti009: Rule = {
  id: "KC-TI-009",
  severity: "warning",
  category: "bat-thuong",
  stage: "line",
  title: {
    vi: "Kinh phí được giao có vẻ ghi theo nghìn hoặc triệu đồng",
    en: "The budget looks like thousands or millions",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-NV-003", "KC-NV-004"],
  check: ({ plan: { info } }) =>
    [
      { id: "nationalBudget", amount: info.nationalBudgetDong },
      { id: "localBudget", amount: info.localBudgetDong },
    ].flatMap(({ id, amount }): Hit[] => {
      if (amount === null || amount <= 0 || amount >= SMALLEST_PLAUSIBLE_DONG) return [];
      return [
        {
          where: atInfo(info, id),
          message: "Kinh phí được giao dưới 1 triệu đồng: có thể đã ghi theo nghìn đồng hoặc triệu đồng.",
          found: money(amount),
          expected: `${money(amount * 1000)} hoặc ${money(amount * 1_000_000)}?`,
          remedy: "Ghi đủ số đồng, ví dụ 800 triệu là 800.000.000.",
        },
      ];
    }),
};
