import { day } from "../kernel/date.ts";
import { at, folded } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

const MINING = /khoang san|khai thac (da|cat|than|quang)/;

export const kcda022: Rule = {
  id: "KC-DA-022",
  severity: "warning",
  category: "phap-ly",
  stage: "line",
  title: {
    vi: "Khai thác, chế biến khoáng sản chỉ được hỗ trợ ở địa bàn khó khăn",
    en: "Mining is supported only in difficult areas",
  },
  basis: { doc: "nd-45-2012", article: "5", clause: "1", point: "e" },
  from: day("2012-07-05"),
  to: null,
  related: ["KC-DA-023", "KC-DA-027"],
  check: ({ plan }) =>
    plan.deAn
      .filter((line) => MINING.test(folded(line.trade)) && !line.priority)
      .map(
        (line): Hit => ({
          where: at(line, "trade"),
          message:
            "Ngành khoáng sản chỉ thuộc danh mục khi ở địa bàn khó khăn hoặc đặc biệt khó khăn; đề án chưa ghi UT.",
          found: line.trade ?? "",
          expected: "địa bàn khó khăn, đặc biệt khó khăn (ghi UT và nêu tên địa bàn)",
          remedy:
            "Nếu địa bàn thuộc diện khó khăn, ghi UT ở cột Ưu tiên và nêu căn cứ ở Ghi chú; nếu không, đề án không đủ điều kiện.",
        }),
      ),
};
