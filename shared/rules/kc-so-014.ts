import { PRINCIPLE } from "../kernel/citation.ts";
import { findCycles } from "./cycles.ts";
import { listed } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcso014: Rule = {
  id: "KC-SO-014",
  severity: "error",
  category: "so-lam-viec",
  stage: "shape",
  title: {
    vi: "Công thức vòng: ô tính từ chính nó",
    en: "A circular reference",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-SO-004"],
  check: ({ workbook }) =>
    findCycles(workbook).map(
      (cells): Hit => ({
        where: cells[0] ?? { sheet: "KC_ThongTin" },
        message: `Các ô sau tính lẫn nhau thành vòng: ${listed(
          cells.map(({ sheet, cell }) => `${sheet}!${cell}`),
          "ô",
        )}.`,
        found: `vòng ${cells.length} ô`,
        expected: "mỗi ô chỉ tính từ các ô khác",
        remedy: "Sửa công thức ở một ô trong vòng; Excel: Công thức › Kiểm tra lỗi › Tham chiếu vòng.",
      }),
    ),
};
