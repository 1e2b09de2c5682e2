import { at, isBlank } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

const REQUIRED = [
  { id: "code", label: "Mã đề án" },
  { id: "name", label: "Tên đề án" },
  { id: "content", label: "Nội dung (Đ.4)" },
  { id: "kind", label: "Loại hỗ trợ" },
  { id: "fund", label: "Nguồn" },
  { id: "count", label: "Số lượng" },
] as const;

export const kcda001: Rule = {
  id: "KC-DA-001",
  severity: "error",
  category: "day-du",
  stage: "shape",
  title: {
    vi: "Đề án phải đủ các cột bắt buộc",
    en: "A đề án must fill the required columns",
  },
  basis: { doc: "tt-36-2013-bct", article: "5" },
  from: null,
  to: null,
  related: [],
  check: ({ plan }) =>
    plan.deAn.flatMap((line) =>
      REQUIRED.filter(({ id }) => line.addressOf[id] !== undefined && isBlank(line.cells[id])).map(
        ({ id, label }): Hit => ({
          where: at(line, id),
          message: `Đề án ở dòng ${line.row} chưa có “${label}”.`,
          found: "(trống)",
          expected: label,
          remedy: `Điền “${label}”.`,
        }),
      ),
    ),
};
