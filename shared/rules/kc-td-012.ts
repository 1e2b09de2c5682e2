import { day, formatDate, yearOf } from "../kernel/date.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kctd012: Rule = {
  id: "KC-TD-012",
  severity: "warning",
  category: "tien-do",
  stage: "line",
  title: {
    vi: "Gia hạn sang năm sau phải do Bộ phê duyệt",
    en: "Running into the next year needs the Ministry's approval",
  },
  basis: { doc: "tt-36-2013-bct", article: "11", clause: "2", point: "a" },
  from: day("2014-02-10"),
  to: null,
  related: ["KC-TD-011", "KC-DA-009"],
  check: ({ plan }) => {
    const { year } = plan.info;
    const national = new Set(plan.deAn.filter(({ fund }) => fund === "QG").map(({ code }) => code));
    return plan.progress
      .filter(
        (line) =>
          line.expectedEnd !== null &&
          year !== null &&
          yearOf(line.expectedEnd) > year &&
          national.has(line.deAnCode) &&
          line.paper === null,
      )
      .map(
        (line): Hit => ({
          where: at(line, "expectedEnd"),
          message: `Dự kiến xong sau năm ${year ?? ""}: gia hạn sang năm sau do Bộ Công Thương phê duyệt.`,
          found: line.expectedEnd === null ? "" : formatDate(line.expectedEnd),
          expected: `trong năm ${year ?? ""}, hoặc có văn bản cho phép`,
          remedy: "Gửi đề nghị có xác nhận của Sở Công Thương; ghi số văn bản cho phép ở cột Văn bản.",
        }),
      );
  },
};
