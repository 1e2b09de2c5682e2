import { PRINCIPLE } from "../kernel/citation.ts";
import { thousandfoldSlip } from "../kernel/magnitude.ts";
import { foldKey } from "../kernel/text.ts";
import { at, money } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcdg003: Rule = {
  id: "KC-DG-003",
  severity: "warning",
  category: "dinh-muc",
  stage: "cross-line",
  title: {
    vi: "Giá của một hao phí lệch nghìn lần giữa các dòng",
    en: "Prices of one resource a thousand times apart",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-DT-008"],
  check: ({ plan }) =>
    plan.priceLines.flatMap((line, index): Hit[] => {
      if (line.resource === null || line.priceDong === null) return [];
      const price = line.priceDong;
      const before = plan.priceLines
        .slice(0, index)
        .find(
          (other) =>
            other.type === line.type &&
            foldKey(other.resource ?? "") === foldKey(line.resource ?? "") &&
            foldKey(other.unit ?? "") === foldKey(line.unit ?? "") &&
            thousandfoldSlip(price, other.priceDong ?? 0) !== null,
        );
      if (before === undefined) return [];
      return [
        {
          where: at(line, "price"),
          message: `Giá của “${line.resource}” lệch cỡ nghìn lần so với dòng ${before.row}: có thể một dòng ghi theo nghìn đồng.`,
          found: money(price),
          expected: `cỡ ${money(before.priceDong ?? 0)}`,
          remedy: "Ghi mọi giá bằng đồng.",
        },
      ];
    }),
};
