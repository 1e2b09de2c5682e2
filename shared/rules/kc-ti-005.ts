import { day, formatDate } from "../kernel/date.ts";
import { atInfo } from "./lib.ts";
import type { Rule } from "./types.ts";

/** NĐ 45/2012/NĐ-CP takes effect. */
const IN_FORCE = day("2012-07-05");

export const kcti005: Rule = {
  id: "KC-TI-005",
  severity: "error",
  category: "phap-ly",
  stage: "line",
  title: {
    vi: "Ngày tính không được trước khi Nghị định 45/2012/NĐ-CP có hiệu lực",
    en: "The as-of date may not precede Decree 45/2012",
  },
  basis: { doc: "nd-45-2012", article: "18" },
  from: null,
  to: null,
  related: [],
  check: ({ plan: { info } }) => {
    if (info.asOf === null || info.asOf >= IN_FORCE) return [];
    return [
      {
        where: atInfo(info, "asOf"),
        message: `Ngày ${formatDate(info.asOf)} chưa có quy định khuyến công hiện hành.`,
        found: formatDate(info.asOf),
        expected: `từ ${formatDate(IN_FORCE)}`,
        remedy: "Sửa ngày tính.",
      },
    ];
  },
};
