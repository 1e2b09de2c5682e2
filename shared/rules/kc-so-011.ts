import { PRINCIPLE } from "../kernel/citation.ts";
import type { Line } from "../plan/shapes.ts";
import { at, computedOf, usualPattern } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

function judge(lines: readonly Line[], id: string): Hit[] {
  const usual = usualPattern(lines, id);
  return lines.flatMap((line): Hit[] => {
    const formula = line.cells[id]?.formula;
    const expected = formula === undefined ? null : usual(line);
    if (formula === undefined || expected === null || expected === formula) return [];
    return [
      {
        where: at(line, id),
        message: "Công thức của ô này khác các dòng khác trong cùng cột.",
        found: formula,
        expected,
        remedy: "Chép công thức từ dòng bên cạnh, hoặc bấm “Sửa”.",
        fix: expected,
      },
    ];
  });
}

export const kcso011: Rule = {
  id: "KC-SO-011",
  severity: "warning",
  category: "so-lam-viec",
  stage: "line",
  title: {
    vi: "Công thức lệch mẫu của cột",
    en: "A formula breaks the pattern of its column",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-SO-007", "KC-TT-001"],
  check: ({ plan }) =>
    [plan.deAn, plan.costLines, plan.demands, plan.progress].flatMap((lines) => {
      const [first] = lines;
      if (first === undefined) return [];
      return computedOf(first).flatMap((id) => judge(lines, id));
    }),
};
