import { day } from "../kernel/date.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

const CONDITIONS = ["ownMade", "original", "lawful", "serial"] as const;

export const kcsp005: Rule = {
  id: "KC-SP-005",
  severity: "info",
  category: "san-pham",
  stage: "line",
  title: {
    vi: "Chưa trả lời điều kiện bình chọn",
    en: "A condition of the vote is unanswered",
  },
  basis: {
    doc: "tt-26-2014-bct",
    article: "4",
    note: "nguyên văn 2014; Thông tư 14/2018/TT-BCT có sửa đổi, chưa đối chiếu",
  },
  from: day("2014-10-21"),
  to: null,
  related: ["KC-SP-004"],
  check: ({ plan }) =>
    plan.products.flatMap((line): Hit[] => {
      const open = CONDITIONS.filter((id) => line.addressOf[id] !== undefined && line[id] === null);
      const [first] = open;
      if (first === undefined) return [];
      return [
        {
          where: at(line, first),
          message: `Sản phẩm “${line.name ?? ""}” còn ${open.length} điều kiện chưa trả lời Có hoặc Không.`,
          found: "(trống)",
          expected: "Có hoặc Không ở cả bốn cột điều kiện",
          remedy: "Đối chiếu Điều 4 rồi chọn.",
        },
      ];
    }),
};
