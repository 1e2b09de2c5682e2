import { PRINCIPLE } from "../kernel/citation.ts";
import { at, shown } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

const PAIRS = [
  { id: "priorMark", prior: "priorMark", own: "mark" },
  { id: "priorRank", prior: "priorRank", own: "rank" },
  { id: "priorDecision", prior: "priorDecision", own: "decision" },
] as const;

export const kcsp017: Rule = {
  id: "KC-SP-017",
  severity: "warning",
  category: "san-pham",
  stage: "cross-line",
  title: {
    vi: "Kết quả cấp trước không khớp dòng của cấp đó",
    en: "The earlier result differs from its own line",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-SP-016"],
  check: ({ plan }) =>
    plan.products.flatMap((line) => {
      const before = plan.products.find(
        (other) =>
          other !== line &&
          other.code !== null &&
          other.code === line.code &&
          other.level === line.priorLevel,
      );
      if (before === undefined) return [];
      return PAIRS.flatMap(({ id, own, prior }): Hit[] => {
        const [told, real] = [line[prior], before[own]];
        if (told === null || real === null || told === real) return [];
        return [
          {
            where: at(line, id),
            message: `Cột này khác kết quả ghi ở dòng ${before.row} của cùng sản phẩm.`,
            found: shown(line.cells[id]),
            expected: shown(before.cells[own]),
            remedy: "Sửa cho khớp; thứ hạng phải truy được giữa các cấp.",
          },
        ];
      });
    }),
};
