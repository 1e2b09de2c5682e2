import { PRINCIPLE } from "../kernel/citation.ts";
import { foldKey } from "../kernel/text.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcdt007: Rule = {
  id: "KC-DT-007",
  severity: "warning",
  category: "trung-lap",
  stage: "cross-line",
  title: {
    vi: "Hai dòng dự toán giống hệt nhau",
    en: "Two cost lines are identical",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: [],
  check: ({ plan }) => {
    const first = new Map<string, number>();
    const hits: Hit[] = [];
    for (const line of plan.costLines) {
      if (line.deAnCode === null || line.item === null) continue;
      const key = `${line.deAnCode}|${foldKey(line.item)}|${line.quantity}|${line.unitPriceDong}`;
      const seen = first.get(key);
      if (seen === undefined) first.set(key, line.row);
      else {
        hits.push({
          where: at(line, "item"),
          message: `Khoản chi giống hệt dòng ${seen} của cùng đề án.`,
          found: line.item,
          expected: "mỗi khoản chi một dòng",
          remedy: "Xóa dòng thừa, hoặc ghi rõ điểm khác nhau.",
        });
      }
    }
    return hits;
  },
};
