import { day } from "../kernel/date.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcsp011: Rule = {
  id: "KC-SP-011",
  severity: "warning",
  category: "san-pham",
  stage: "line",
  title: {
    vi: "Số thành viên Ban Giám khảo phải lẻ",
    en: "The jury has an odd number of members",
  },
  basis: {
    doc: "tt-26-2014-bct",
    article: "11",
    clause: "2",
    note: "nguyên văn 2014; Thông tư 14/2018/TT-BCT có sửa đổi, chưa đối chiếu",
  },
  from: day("2014-10-21"),
  to: null,
  related: ["KC-SP-009"],
  check: ({ plan }) =>
    plan.products
      .filter((line) => line.jury !== null && line.jury % 2 === 0)
      .map(
        (line): Hit => ({
          where: at(line, "jury"),
          message: "Ban Giám khảo có số thành viên chẵn.",
          found: String(line.jury ?? 0),
          expected: "số lẻ",
          remedy: "Kiểm tra quyết định thành lập Ban Giám khảo.",
        }),
      ),
};
