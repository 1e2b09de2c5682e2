import { PRINCIPLE } from "../kernel/citation.ts";
import { at, cellsOf, shown } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

const SCALED = /[0#],+(?:[^0#,]|$)/;

/** First section, without literals. */
function bare(format: string): string {
  return (format.split(";")[0] ?? "").replace(/"[^"]*"|\\./g, "");
}

export const kcso012: Rule = {
  id: "KC-SO-012",
  severity: "warning",
  category: "so-lam-viec",
  stage: "line",
  title: {
    vi: "Ô hiển thị theo nghìn hoặc triệu",
    en: "A cell is shown in thousands or millions",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-SO-013"],
  check: ({ plan }) =>
    cellsOf(plan).formatted.flatMap(({ line, id, cell, format }): Hit[] => {
      if (!SCALED.test(bare(format))) return [];
      return [
        {
          where: at(line, id),
          message:
            "Định dạng của ô bỏ bớt ba hay sáu chữ số cuối, nên số in ra nhỏ hơn số thật hàng nghìn lần.",
          found: `${shown(cell)} với định dạng ${format}`,
          expected: "định dạng #,##0, hiện đủ số đồng",
          remedy: "Đổi định dạng ô thành #,##0; biểu in theo triệu đồng do phần mềm lập riêng.",
        },
      ];
    }),
};
