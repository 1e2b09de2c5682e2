import { PRINCIPLE } from "../kernel/citation.ts";
import { at, isBlank, shown } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

const REQUIRED = [
  { id: "deAnCode", field: "deAnCode", label: "Mã đề án" },
  { id: "date", field: "date", label: "Ngày báo cáo" },
  { id: "state", field: "state", label: "Tình trạng" },
] as const;

export const kctd002: Rule = {
  id: "KC-TD-002",
  severity: "error",
  category: "tien-do",
  stage: "shape",
  title: {
    vi: "Báo cáo tiến độ phải có mã đề án, ngày và tình trạng",
    en: "A progress line needs its đề án, date and state",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-TD-001"],
  check: ({ plan }) =>
    plan.progress.flatMap((line) =>
      REQUIRED.filter(({ id, field }) => line.addressOf[id] !== undefined && line[field] === null).map(
        ({ id, label }): Hit => ({
          where: at(line, id),
          message: isBlank(line.cells[id])
            ? `Dòng ${line.row} chưa có “${label}”.`
            : `“${label}” không đọc được.`,
          found: shown(line.cells[id]),
          expected: label,
          remedy: id === "state" ? "Chọn tình trạng trong danh sách." : `Điền “${label}”.`,
        }),
      ),
    ),
};
