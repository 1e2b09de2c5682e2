import { day } from "../kernel/date.ts";
import { AMENDED_FROM } from "../plan/products.ts";
import { citationWithFate } from "../law/read.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

const CONDITIONS = [
  { id: "ownMade", clause: "2", text: "phải do chính cơ sở sản xuất và đăng ký" },
  { id: "original", clause: "3", text: "không được là sản phẩm sao chép" },
  { id: "lawful", clause: "3", text: "không được vi phạm sở hữu trí tuệ, chất lượng, an toàn, môi trường" },
  { id: "serial", clause: "4", text: "phải sản xuất được hàng loạt, không phải độc bản" },
] as const;

export const kcsp004: Rule = {
  id: "KC-SP-004",
  severity: "error",
  category: "san-pham",
  stage: "line",
  title: {
    vi: "Sản phẩm không đủ điều kiện bình chọn",
    en: "The product may not take part",
  },
  basis: { doc: "tt-26-2014-bct", article: "4" },
  from: day("2014-10-21"),
  to: null,
  related: ["KC-SP-005"],
  check: ({ plan, law, asOf }) =>
    plan.products.flatMap((line) =>
      CONDITIONS.filter(({ id }) => line[id] === false).map(
        ({ id, clause, text }): Hit => ({
          where: at(line, id),
          message: `Sản phẩm không đủ điều kiện: ${text}.`,
          found: "Không",
          expected: "Có",
          basis: citationWithFate(law, { doc: "tt-26-2014-bct", article: "4", clause }),
          // The wording after the amendment of 2018 has not been read.
          severity: (line.voteDate ?? asOf ?? AMENDED_FROM) < AMENDED_FROM ? "error" : "warning",
          remedy: "Không đăng ký sản phẩm này, hoặc sửa câu trả lời nếu ghi nhầm.",
        }),
      ),
    ),
};
