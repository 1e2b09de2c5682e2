import { day } from "../kernel/date.ts";
import { AMENDED_FROM } from "../plan/products.ts";
import { at, isBlank, shown } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcsp002: Rule = {
  id: "KC-SP-002",
  severity: "error",
  category: "san-pham",
  stage: "line",
  title: {
    vi: "Nhóm sản phẩm phải từ 1 đến 4",
    en: "The product group is 1 to 4",
  },
  basis: { doc: "tt-26-2014-bct", article: "5" },
  from: day("2014-10-21"),
  to: null,
  related: ["KC-SP-001"],
  // TT 14/2018/TT-BCT amended the circular; its text has not been read, so after it a group outside 1–4 is only doubted.
  check: ({ plan, asOf }) =>
    plan.products
      .filter(
        (line) => !isBlank(line.cells["group"]) && (line.group === null || line.group < 1 || line.group > 4),
      )
      .map(
        (line): Hit => ({
          where: at(line, "group"),
          severity: (line.voteDate ?? asOf ?? AMENDED_FROM) < AMENDED_FROM ? "error" : "warning",
          message: "Không có nhóm sản phẩm này.",
          found: shown(line.cells["group"]),
          expected:
            "1 thủ công mỹ nghệ; 2 chế biến nông, lâm, thủy sản, thực phẩm; 3 thiết bị, máy móc, dụng cụ, phụ tùng cơ khí; 4 khác",
          remedy: "Chọn lại nhóm.",
        }),
      ),
};
