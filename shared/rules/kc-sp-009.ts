import { day } from "../kernel/date.ts";
import { formatQuantity, quantity } from "../kernel/quantity.ts";
import { describeView } from "../law/read.ts";
import { passMarkAt } from "../plan/products.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcsp009: Rule = {
  id: "KC-SP-009",
  severity: "error",
  category: "san-pham",
  stage: "line",
  title: {
    vi: "Công nhận sản phẩm dưới điểm đạt",
    en: "A product is recognised below the pass mark",
  },
  basis: { doc: "tt-26-2014-bct", article: "17", clause: "1" },
  from: day("2014-10-21"),
  to: null,
  related: ["KC-SP-010"],
  figures: ["BINH-CHON.DIEM-DAT"],
  check: ({ plan, law, asOf }) =>
    plan.products.flatMap((line): Hit[] => {
      const date = line.voteDate ?? asOf;
      if (date === null || line.mark === null || line.decision === null) return [];
      const pass = passMarkAt(law, date);
      if (!pass.ok || line.mark >= quantity(pass.value.value)) return [];
      return [
        {
          where: at(line, "mark"),
          message: "Sản phẩm có quyết định công nhận nhưng điểm bình quân dưới mức đạt.",
          found: formatQuantity(line.mark),
          expected: `từ ${pass.value.value} điểm`,
          basis: describeView(pass.value.cite),
          verified: pass.value.cite.verified,
          remedy: "Kiểm tra điểm hoặc quyết định.",
        },
      ];
    }),
};
