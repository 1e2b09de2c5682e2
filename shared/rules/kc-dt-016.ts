import { PRINCIPLE } from "../kernel/citation.ts";
import { formatDong } from "../kernel/money.ts";
import { formatQuantity, quantity } from "../kernel/quantity.ts";
import { at, money } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

const MANY = quantity(1_000_000);
const FEW_DONG = 1000;

export const kcdt016: Rule = {
  id: "KC-DT-016",
  severity: "warning",
  category: "bat-thuong",
  stage: "line",
  title: {
    vi: "Số lượng và đơn giá có vẻ đổi chỗ",
    en: "Quantity and unit price look swapped",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-DT-006", "KC-DT-009"],
  check: ({ plan }) =>
    plan.costLines
      .filter(
        (line) =>
          line.quantity !== null &&
          line.unitPriceDong !== null &&
          line.quantity >= MANY &&
          line.unitPriceDong > 0 &&
          line.unitPriceDong <= FEW_DONG,
      )
      .map(
        (line): Hit => ({
          where: at(line, "quantity"),
          message: "Số lượng rất lớn còn đơn giá rất nhỏ: hai cột có thể bị gõ đổi chỗ.",
          found: `${formatQuantity(line.quantity ?? MANY)} × ${money(line.unitPriceDong ?? 0)}`,
          expected: `${formatDong(line.unitPriceDong ?? 0)} × ${formatQuantity(line.quantity ?? MANY)} đ?`,
          remedy: "Đổi lại hai số; thành tiền không đổi nhưng đơn giá sai sẽ làm lệch so sánh giá.",
        }),
      ),
};
