import { PRINCIPLE } from "../kernel/citation.ts";
import { at, money } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

/** No coin below 1.000 đồng is in everyday use; prices this small are almost always a unit slip. */
const SMALLEST_PLAUSIBLE_DONG = 1000;

export const kcdt006: Rule = {
  id: "KC-DT-006",
  severity: "warning",
  category: "bat-thuong",
  stage: "line",
  title: {
    vi: "Đơn giá có vẻ ghi theo nghìn hoặc triệu đồng",
    en: "The unit price looks like thousands or millions",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: [],
  check: ({ plan }) =>
    plan.costLines
      .filter(
        (line) =>
          line.unitPriceDong !== null &&
          line.unitPriceDong > 0 &&
          line.unitPriceDong < SMALLEST_PLAUSIBLE_DONG,
      )
      .map(
        (line): Hit => ({
          where: at(line, "unitPrice"),
          message: "Đơn giá dưới 1.000 đồng: có thể đã ghi theo nghìn đồng hoặc triệu đồng.",
          found: money(line.unitPriceDong ?? 0),
          expected: `${money((line.unitPriceDong ?? 0) * 1000)} hoặc ${money((line.unitPriceDong ?? 0) * 1_000_000)}?`,
          remedy: "Nếu đúng là đồng thì giữ nguyên; nếu không, nhập lại đủ số đồng.",
        }),
      ),
};
