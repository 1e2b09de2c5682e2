import { PRINCIPLE } from "../kernel/citation.ts";
import { thousandfoldSlip } from "../kernel/magnitude.ts";
import { formatDong } from "../kernel/money.ts";
import { foldKey } from "../kernel/text.ts";
import type { CostLine } from "../plan/shapes.ts";
import { at, money } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

/** Fewer lines cannot tell which of them is wrong. */
const FEWEST_LINES = 3;

/** The middle price of the others, when more than half of them are of its size; null when they disagree. */
function usualPrice(others: readonly number[]): number | null {
  const sorted = [...others].sort((a, b) => a - b);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  if (middle === undefined) return null;
  const alike = sorted.filter((price) => thousandfoldSlip(price, middle) === null);
  return alike.length * 2 > sorted.length ? middle : null;
}

function judge(lines: readonly CostLine[]): Hit[] {
  return lines.flatMap((line, index): Hit[] => {
    const price = line.unitPriceDong ?? 0;
    const usual = usualPrice(lines.filter((_, i) => i !== index).map((other) => other.unitPriceDong ?? 0));
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
  check: ({ plan }) => {
    const groups = new Map<string, CostLine[]>();
    for (const line of plan.costLines) {
      if (line.item === null || line.unitPriceDong === null || line.unitPriceDong <= 0) continue;
      const key = `${foldKey(line.item)}|${foldKey(line.unit ?? "")}`;
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [line]);
      else group.push(line);
    }
    return [...groups.values()].filter((lines) => lines.length >= FEWEST_LINES).flatMap(judge);
  },
};
