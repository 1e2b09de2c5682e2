import { PRINCIPLE } from "../kernel/citation.ts";
import { sumCostLines } from "../plan/totals.ts";
import { at, medianOfOthers, money } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

/** No đề án costs less than a million, whatever the others cost. */
const TINY_DONG = 1_000_000;
/** Below ten million a đề án is compared with the others … */
const SMALL_DONG = 10_000_000;
/** … and this many times below their middle it stands out: the smallest honest ones are some eighty times below. */
const FAR_BELOW = 100;
/** Fewer others tell nothing. */
const FEWEST_OTHERS = 3;

export const kcda039: Rule = {
  id: "KC-DA-039",
  severity: "warning",
  category: "bat-thuong",
  stage: "cross-line",
  title: {
    vi: "Cả đề án có vẻ ghi theo nghìn hoặc triệu đồng",
    en: "A whole đề án looks like thousands or millions",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-DT-006", "KC-DT-008", "KC-DT-017", "KC-TI-009"],
  check: ({ plan }) => {
    const sums = sumCostLines(plan);
    const known = plan.deAn.flatMap((line) => {
      const totalDong = line.code === null ? 0 : (sums.get(line.code)?.totalDong ?? 0);
      return totalDong > 0 ? [{ line, totalDong }] : [];
    });
    const middleOf = medianOfOthers(known.map(({ totalDong }) => totalDong));
    return known.flatMap(({ line, totalDong }, index): Hit[] => {
      const middle = known.length > FEWEST_OTHERS ? middleOf(index) : null;
      const standsOut = totalDong < SMALL_DONG && middle !== null && middle >= totalDong * FAR_BELOW;
      if (totalDong >= TINY_DONG && !standsOut) return [];
      const beside = standsOut ? `, còn các đề án khác cỡ ${money(middle)}` : "";
      return [
        {
          where: at(line, "total"),
          message: `Cả đề án chỉ ${money(totalDong)}${beside}: có thể dự toán ghi theo nghìn hoặc triệu đồng.`,
          found: money(totalDong),
          expected: `${money(totalDong * 1000)} hoặc ${money(totalDong * 1_000_000)}?`,
          remedy: "Kiểm tra đơn giá và các nguồn của đề án ở KC_DuToan; ghi đủ số đồng.",
        },
      ];
    });
  },
};
