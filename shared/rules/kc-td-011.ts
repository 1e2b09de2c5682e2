import { day, formatDate } from "../kernel/date.ts";
import { at } from "./lib.ts";
import { reportsOf } from "./progress.ts";
import type { Hit, Rule } from "./types.ts";

const DONE: ReadonlySet<string> = new Set(["Hoàn thành", "Đã nghiệm thu", "Đã quyết toán", "Dừng"]);

export const kctd011: Rule = {
  id: "KC-TD-011",
  severity: "warning",
  category: "tien-do",
  stage: "cross-line",
  title: {
    vi: "Đề án quá hạn hoặc sẽ quá hạn",
    en: "The đề án is or will be late",
  },
  basis: { doc: "tt-36-2013-bct", article: "11", clause: "1" },
  from: day("2014-02-10"),
  to: null,
  related: ["KC-TD-012"],
  check: ({ plan }) => {
    const ends = new Map(plan.deAn.map(({ code, end }) => [code, end]));
    return [...reportsOf(plan).values()].flatMap((reports): Hit[] => {
      const line = reports.at(-1);
      const end = ends.get(line?.deAnCode ?? "") ?? null;
      if (
        line === undefined ||
        end === null ||
        line.state === null ||
        DONE.has(line.state) ||
        line.proposal !== null
      )
        return [];
      const isLate = line.date !== null && line.date > end;
      const willBe = line.expectedEnd !== null && line.expectedEnd > end;
      if (!isLate && !willBe) return [];
      return [
        {
          where: at(line, willBe ? "expectedEnd" : "date"),
          message: `Đề án phải xong ngày ${formatDate(end)}; báo cáo mới nhất cho thấy ${willBe ? "sẽ xong sau ngày đó" : "đã quá ngày đó"} và chưa có đề nghị điều chỉnh.`,
          found: formatDate((willBe ? line.expectedEnd : line.date) ?? end),
          expected: `không sau ${formatDate(end)}`,
          remedy: "Gửi văn bản đề nghị điều chỉnh thời gian, nêu lý do; ghi ở cột Đề nghị.",
        },
      ];
    });
  },
};
