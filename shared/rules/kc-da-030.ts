import { day } from "../kernel/date.ts";
import { at, listed } from "./lib.ts";
import type { Rule } from "./types.ts";

export const kcda030: Rule = {
  id: "KC-DA-030",
  severity: "info",
  category: "day-du",
  stage: "cross-line",
  title: {
    vi: "Đề án chưa nêu kết quả dự kiến",
    en: "The đề án names no expected result",
  },
  basis: { doc: "tt-36-2013-bct", article: "5", clause: "3" },
  from: day("2014-02-10"),
  to: null,
  related: ["KC-DA-020"],
  check: ({ plan }) => {
    const without = plan.deAn.filter(
      (line) => line.name !== null && line.result === null && line.addressOf["result"] !== undefined,
    );
    const [first] = without;
    if (first === undefined) return [];
    return [
      {
        where: at(first, "result"),
        message: `${without.length} đề án chưa nêu kết quả dự kiến: ${listed(without.map(({ code, row }) => code ?? `dòng ${row}`))}.`,
        found: "(trống)",
        expected: "sản lượng, lao động, doanh thu, môi trường… sau hỗ trợ",
        remedy:
          "Điền kết quả dự kiến; mục tiêu và hiệu quả là phần bắt buộc của đề án và là tiêu chí thẩm định.",
      },
    ];
  },
};
