import { PRINCIPLE } from "../kernel/citation.ts";
import { formatDate, parseDate, serialFromDate } from "../kernel/date.ts";
import { cleanText } from "../kernel/text.ts";
import { allLines, at, cellsOf, infoLine, shown } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

const DATES = [
  "asOf",
  "start",
  "end",
  "received",
  "from",
  "to",
  "voteDate",
  "decisionDate",
  "priorDate",
  "date",
  "expectedEnd",
];

export const kcso021: Rule = {
  id: "KC-SO-021",
  severity: "info",
  category: "kieu-du-lieu",
  stage: "line",
  title: {
    vi: "Ngày đang là chữ",
    en: "A date is text",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-DA-002", "KC-TI-002"],
  check: ({ plan }) => {
    if (!cellsOf(plan).texts.some(({ id }) => DATES.includes(id))) return [];
    return [infoLine(plan.info), ...allLines(plan)].flatMap((line) =>
      DATES.flatMap((id): Hit[] => {
        const cell = line.cells[id];
        if (typeof cell?.value !== "string" || cell.formula !== undefined) return [];
        const date = parseDate(cleanText(cell.value));
        if (!date.ok) return [];
        return [
          {
            where: at(line, id),
            message: "Ngày được gõ thành chữ: đọc được, nhưng Excel không sắp xếp và không trừ ngày được.",
            found: shown(cell),
            expected: `ngày ${formatDate(date.value)} của bảng tính`,
            remedy: "Chuyển thành ngày; ô hiện 5 chữ số thì đặt định dạng dd/mm/yyyy.",
            fix: serialFromDate(date.value),
          },
        ];
      }),
    );
  },
};
