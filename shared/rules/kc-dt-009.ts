import { PRINCIPLE } from "../kernel/citation.ts";
import { MAX_LINE_DONG } from "../kernel/money.ts";
import { formatQuantity } from "../kernel/quantity.ts";
import { lineAmount } from "../plan/line-amount.ts";
import { at, money } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcdt009: Rule = {
  id: "KC-DT-009",
  severity: "error",
  category: "bat-thuong",
  stage: "line",
  title: { vi: "Thành tiền của một dòng vượt giới hạn", en: "A line's amount is beyond the limit" },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-DT-006"],
  check: ({ plan }) =>
    plan.costLines.flatMap((line): Hit[] => {
      if (line.quantity === null || line.unitPriceDong === null) return [];
      if (lineAmount(line.quantity, line.unitPriceDong) !== null) return [];
      return [
        {
          where: at(line, "quantity"),
          message: "Số lượng × đơn giá vượt 1.000 tỷ đồng: có thể thừa số 0.",
          found: `${formatQuantity(line.quantity)} × ${money(line.unitPriceDong)}`,
          expected: `không quá ${money(MAX_LINE_DONG)} một dòng`,
          remedy: "Kiểm tra lại số lượng và đơn giá; nếu đúng, tách thành nhiều dòng.",
        },
      ];
    }),
};
