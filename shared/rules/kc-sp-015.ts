import { PRINCIPLE } from "../kernel/citation.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcsp015: Rule = {
  id: "KC-SP-015",
  severity: "error",
  category: "san-pham",
  stage: "cross-line",
  title: {
    vi: "Một sản phẩm ghi hai lần ở một kỳ bình chọn",
    en: "A product stands twice in one vote",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-SP-016"],
  check: ({ plan }) => {
    const first = new Map<string, number>();
    return plan.products.flatMap((line): Hit[] => {
      if (line.code === null || line.level === null) return [];
      const key = `${line.code}|${line.level}|${line.voteDate ?? ""}`;
      const seen = first.get(key);
      if (seen === undefined) first.set(key, line.row);
      if (seen === undefined) return [];
      return [
        {
          where: at(line, "code"),
          message: `Sản phẩm “${line.code}” cấp ${line.level.toLowerCase()} đã có ở dòng ${seen}.`,
          found: line.code,
          expected: "mỗi sản phẩm một dòng một cấp, một kỳ",
          remedy: "Xóa dòng thừa, hoặc đặt mã khác nếu là sản phẩm khác.",
        },
      ];
    });
  },
};
