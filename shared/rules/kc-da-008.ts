import { PRINCIPLE } from "../kernel/citation.ts";
import { formatDate } from "../kernel/date.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcda008: Rule = {
  id: "KC-DA-008",
  severity: "error",
  category: "ngay-thang",
  stage: "line",
  title: {
    vi: "Ngày kết thúc không được trước ngày bắt đầu",
    en: "The end may not precede the start",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: [],
  check: ({ plan }) =>
    plan.deAn
      .filter((line) => line.start !== null && line.end !== null && line.end < line.start)
      .map(
        (line): Hit => ({
          where: at(line, "end"),
          message: "Ngày kết thúc trước ngày bắt đầu.",
          found: line.end === null ? "" : formatDate(line.end),
          expected: `từ ${line.start === null ? "" : formatDate(line.start)}`,
          remedy: "Sửa một trong hai ngày.",
        }),
      ),
};
