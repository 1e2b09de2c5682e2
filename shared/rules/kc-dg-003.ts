import { PRINCIPLE } from "../kernel/citation.ts";
import { thousandfoldSlip } from "../kernel/magnitude.ts";
import { foldKey } from "../kernel/text.ts";
import type { PriceSheetLine } from "../plan/shapes.ts";
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
  check: ({ plan }) => {
    const first = new Map<string, PriceSheetLine>();
    return plan.priceLines.flatMap((line): Hit[] => {
      if (line.resource === null || line.priceDong === null) return [];
      const key = `${line.type}|${foldKey(line.resource)}|${foldKey(line.unit ?? "")}`;
      const before = first.get(key);
      if (before === undefined) first.set(key, line);
      if (before === undefined || thousandfoldSlip(line.priceDong, before.priceDong ?? 0) === null) return [];
      return [
        {
          where: at(line, "price"),
          message: `Giá của “${line.resource}” lệch cỡ nghìn lần so với dòng ${before.row}: có thể một dòng ghi theo nghìn đồng.`,
          found: money(line.priceDong),
          expected: `cỡ ${money(before.priceDong ?? 0)}`,
          remedy: "Ghi mọi giá bằng đồng.",
        },
      ];
    });
  },
};
