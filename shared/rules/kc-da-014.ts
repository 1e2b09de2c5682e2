import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcda014: Rule = {
  id: "KC-DA-014",
  severity: "error",
  category: "cong-don",
  stage: "cross-line",
  title: {
    vi: "Đề án phải có dòng dự toán",
    en: "A đề án must have cost lines",
  },
  basis: { doc: "tt-36-2013-bct", article: "5", clause: "6" },
  from: null,
  to: null,
  related: [],
  check: ({ plan }) => {
    const withLines = new Set(plan.costLines.map((line) => line.deAnCode));
    return plan.deAn
      .filter((line) => line.code !== null && !withLines.has(line.code))
      .map(
        (line): Hit => ({
          where: at(line, "total"),
          message: `Đề án “${line.code}” chưa có dòng nào ở KC_DuToan.`,
          found: "0 dòng",
          expected: "ít nhất một dòng dự toán",
          remedy: "Thêm các khoản chi của đề án ở KC_DuToan.",
        }),
      );
  },
};
