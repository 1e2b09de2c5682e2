import { day } from "../kernel/date.ts";
import { at, isBlank, listed } from "./lib.ts";
import type { Rule } from "./types.ts";

export const kcda020: Rule = {
  id: "KC-DA-020",
  severity: "info",
  category: "day-du",
  stage: "cross-line",
  title: {
    vi: "Đề án chưa ghi tiến độ",
    en: "The đề án has no schedule",
  },
  basis: { doc: "tt-36-2013-bct", article: "5", clause: "5" },
  from: day("2014-02-10"),
  to: null,
  related: ["KC-DA-008", "KC-DA-009"],
  check: ({ plan }) => {
    const without = plan.deAn.filter(
      (line) => line.name !== null && (isBlank(line.cells["start"]) || isBlank(line.cells["end"])),
    );
    const [first] = without;
    if (first === undefined) return [];
    return [
      {
        where: at(first, isBlank(first.cells["start"]) ? "start" : "end"),
        message: `${without.length} đề án chưa ghi ngày bắt đầu hoặc kết thúc: ${listed(without.map(({ code, row }) => code ?? `dòng ${row}`))}.`,
        found: "(trống)",
        expected: "ngày bắt đầu và ngày kết thúc",
        remedy: "Điền tiến độ dự kiến; nội dung và tiến độ là phần bắt buộc của đề án.",
      },
    ];
  },
};
