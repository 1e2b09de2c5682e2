import { PRINCIPLE } from "../kernel/citation.ts";
import { formatQuantity } from "../kernel/quantity.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcsp014: Rule = {
  id: "KC-SP-014",
  severity: "warning",
  category: "san-pham",
  stage: "cross-line",
  title: {
    vi: "Hạng và điểm trái nhau",
    en: "Ranks and marks disagree",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-SP-009"],
  check: ({ plan }) =>
    plan.products.flatMap((line): Hit[] => {
      const { rank, mark } = line;
      if (rank === null || mark === null) return [];
      const better = plan.products.find(
        (other) =>
          other !== line &&
          other.level === line.level &&
          other.voteDate === line.voteDate &&
          other.group === line.group &&
          other.rank !== null &&
          other.mark !== null &&
          other.rank > rank &&
          other.mark > mark,
      );
      if (better === undefined) return [];
      return [
        {
          where: at(line, "rank"),
          message: `Hạng ${rank} với ${formatQuantity(mark)} điểm, trong khi “${better.name ?? ""}” hạng ${better.rank} có ${formatQuantity(better.mark ?? mark)} điểm.`,
          found: `hạng ${rank}`,
          expected: "điểm cao hơn thì hạng cao hơn trong cùng kỳ, cùng nhóm",
          remedy: "Kiểm tra lại điểm và hạng của hai sản phẩm.",
        },
      ];
    }),
};
