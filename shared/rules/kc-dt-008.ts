import { PRINCIPLE } from "../kernel/citation.ts";
import { thousandfoldSlip } from "../kernel/magnitude.ts";
import { formatDong } from "../kernel/money.ts";
import type { CostLine } from "../plan/shapes.ts";
import { at, medianOfOthers, money } from "./lib.ts";
import { pricedItems } from "./priced-items.ts";
import type { Hit, Rule } from "./types.ts";

/** Fewer lines cannot tell which of them is wrong. */
const FEWEST_LINES = 3;

/** The middle price of the others, when more than half of them are of its size; null when they disagree. */
function usualPrices(prices: readonly number[]): (index: number) => number | null {
  const middleOf = medianOfOthers(prices);
  // The middle without one price is one of two figures: each is compared with all prices once.
  const alike = new Map<number, number>();
  return (index) => {
    const middle = middleOf(index);
    if (middle === null) return null;
    const isAlike = (price: number) => thousandfoldSlip(price, middle) === null;
    const count = alike.get(middle) ?? prices.filter(isAlike).length;
    alike.set(middle, count);
    const others = count - (isAlike(prices[index] ?? 0) ? 1 : 0);
    return others * 2 > prices.length - 1 ? middle : null;
  };
}

function judge(lines: readonly CostLine[]): Hit[] {
  const usualOf = usualPrices(lines.map((line) => line.unitPriceDong ?? 0));
  return lines.flatMap((line, index): Hit[] => {
    const price = line.unitPriceDong ?? 0;
    const usual = usualOf(index);
    const slip = usual === null ? null : thousandfoldSlip(price, usual);
    if (usual === null || slip === null) return [];
    const times = formatDong(slip >= 1 ? slip : Math.round(1 / slip));
    return [
      {
        where: at(line, "unitPrice"),
        message: `Đơn giá của “${line.item ?? ""}” ${slip >= 1 ? "lớn" : "nhỏ"} hơn các dòng cùng tên khoảng ${times} lần: có thể thừa hoặc thiếu ba số 0.`,
        found: money(price),
        expected: `cỡ ${money(usual)}`,
        remedy: "Kiểm tra lại đơn giá; nếu đúng, ghi rõ điểm khác nhau ở tên khoản chi.",
      },
    ];
  });
}

export const kcdt008: Rule = {
  id: "KC-DT-008",
  severity: "warning",
  category: "bat-thuong",
  stage: "cross-line",
  title: {
    vi: "Đơn giá lệch nghìn lần so với các dòng cùng khoản chi",
    en: "A unit price a thousand times off the other lines of its item",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-DT-006"],
  check: ({ plan }) =>
    pricedItems(plan)
      .filter((lines) => lines.length >= FEWEST_LINES)
      .flatMap(judge),
};
