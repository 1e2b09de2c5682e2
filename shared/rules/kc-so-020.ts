import { PRINCIPLE } from "../kernel/citation.ts";
import { foldText } from "../kernel/text.ts";
import { allLines, at, computedOf, infoLine } from "./lib.ts";
import { referencesIn } from "./references.ts";
import type { Hit, Rule } from "./types.ts";

export const kcso020: Rule = {
  id: "KC-SO-020",
  severity: "warning",
  category: "so-lam-viec",
  stage: "line",
  title: {
    vi: "Ô lấy số từ trang bị ẩn",
    en: "A cell reads a hidden sheet",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-SO-005"],
  check: ({ plan, workbook }) => {
    const hidden = new Set(
      workbook.sheets.filter((sheet) => sheet.hidden === true).map(({ name }) => foldText(name)),
    );
    if (hidden.size === 0) return [];
    return [infoLine(plan.info), ...allLines(plan)].flatMap((line) =>
      Object.entries(line.cells).flatMap(([id, cell]): Hit[] => {
        const source =
          cell.formula === undefined
            ? undefined
            : referencesIn(cell.formula).find(({ sheet }) => sheet !== null && hidden.has(foldText(sheet)));
        if (source === undefined || line.cells[id]?.formula === undefined || computedOf(line).includes(id))
          return [];
        return [
          {
            where: at(line, id),
            message: `Số này lấy từ trang bị ẩn “${source.sheet}”, người thẩm định không thấy cách tính.`,
            found: cell.formula ?? "",
            expected: "trang nguồn nhìn thấy được",
            remedy: "Bỏ ẩn trang nguồn, hoặc ghi giá trị và nguồn số liệu.",
          },
        ];
      }),
    );
  },
};
