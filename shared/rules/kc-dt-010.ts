import { PRINCIPLE } from "../kernel/citation.ts";
import { thousandfoldSlip } from "../kernel/magnitude.ts";
import type { CostLine } from "../plan/shapes.ts";
import { at, medianOfOthers, money } from "./lib.ts";
import { pricedItems } from "./priced-items.ts";
import type { Hit, Rule } from "./types.ts";

/** Fewer lines cannot tell which of them is unusual. */
const FEWEST_LINES = 4;
/** Prices of one item differ by quality; three times the middle one needs a word of explanation. */
const TIMES = 3;

function judge(lines: readonly CostLine[]): Hit[] {
  const usualOf = medianOfOthers(lines.map((line) => line.unitPriceDong ?? 0));
  return lines.flatMap((line, index): Hit[] => {
    const price = line.unitPriceDong ?? 0;
    const usual = usualOf(index);
    if (usual === null || (price <= usual * TIMES && price * TIMES >= usual)) return [];
    if (thousandfoldSlip(price, usual) !== null) return [];
    return [
      {
        where: at(line, "unitPrice"),
        message: `Đơn giá của “${line.item ?? ""}” ${price > usual ? "cao" : "thấp"} hơn hẳn ${lines.length - 1} dòng cùng tên, cùng đơn vị tính.`,
        found: money(price),
        expected: `cỡ ${money(usual)} (giá ở giữa của các dòng kia)`,
        remedy: "Kiểm tra lại; nếu đúng, ghi rõ quy cách khác ở tên khoản chi và nêu nguồn giá ở Ghi chú.",
      },
    ];
  });
}

export const kcdt010: Rule = {
  id: "KC-DT-010",
  severity: "warning",
  category: "bat-thuong",
  stage: "cross-line",
  title: {
    vi: "Đơn giá lệch xa các dòng cùng khoản chi",
    en: "A unit price far from the other lines of its item",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-DT-006", "KC-DT-008"],
  check: ({ plan }) =>
    pricedItems(plan)
      .filter((lines) => lines.length >= FEWEST_LINES)
      .flatMap(judge),
};
