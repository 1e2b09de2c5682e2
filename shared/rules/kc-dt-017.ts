import { PRINCIPLE } from "../kernel/citation.ts";
import { at, money } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

const SOURCES = [
  { id: "support", field: "supportDong", label: "Kinh phí khuyến công" },
  { id: "other", field: "otherDong", label: "Nguồn khác" },
] as const;
/** Below one tenth of a million in a line above one million: no one shares an expense so. */
const SMALL_DONG = 100_000;
const LARGE_DONG = 1_000_000;

export const kcdt017: Rule = {
  id: "KC-DT-017",
  severity: "warning",
  category: "bat-thuong",
  stage: "line",
  title: {
    vi: "Tiền nguồn có vẻ ghi theo nghìn hoặc triệu đồng",
    en: "A source looks like thousands or millions",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-DT-006"],
  check: ({ plan }) =>
    plan.costLines.flatMap((line) =>
      SOURCES.flatMap(({ id, field, label }): Hit[] => {
        const amount = line[field];
        const total = line.amountDong;
        if (amount === null || amount <= 0 || amount >= SMALL_DONG || total === null || total < LARGE_DONG)
          return [];
        return [
          {
            where: at(line, id),
            message: `“${label}” chỉ ${money(amount)} trong khi thành tiền là ${money(total)}: có thể đã ghi theo nghìn hoặc triệu đồng.`,
            found: money(amount),
            expected: `${money(amount * 1000)} hoặc ${money(amount * 1_000_000)}?`,
            remedy: "Ghi đủ số đồng.",
          },
        ];
      }),
    ),
};
