import { PRINCIPLE } from "../kernel/citation.ts";
import type { Line } from "../plan/shapes.ts";
import { at, computedOf, shown, shownMoney, usualPattern } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

/** Typed over in the columns that the template computes. */
function overwritten(lines: readonly Line[]): Hit[] {
  const patterns = new Map<string, (line: Line) => string | null>();
  const usual = (id: string, line: Line): string | null => {
    let pattern = patterns.get(id);
    if (pattern === undefined) patterns.set(id, (pattern = usualPattern(lines, id)));
    return pattern(line);
  };
  return lines.flatMap((line) =>
    computedOf(line).flatMap((id): Hit[] => {
      const cell = line.cells[id];
      if (cell === undefined || cell.value === null || cell.value === "" || cell.formula !== undefined)
        return [];
      const fix = usual(id, line);
      return [
        {
          where: at(line, id),
          message: `Ô ${cell.address} được gõ tay thay cho công thức, nên không đổi theo số liệu.`,
          found: id === "mark" ? shown(cell) : shownMoney(cell),
          expected: "công thức của sổ mẫu",
          remedy: "Chép công thức từ dòng bên cạnh.",
          ...(fix === null ? {} : { fix }),
        },
      ];
    }),
  );
}

export const kcso007: Rule = {
  id: "KC-SO-007",
  severity: "warning",
  category: "bat-thuong",
  stage: "line",
  title: {
    vi: "Công thức của cột tính đã bị ghi đè",
    en: "A computed column's formula was overwritten",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-TT-001"],
  check: ({ plan }) =>
    [plan.deAn, plan.costLines, plan.demands, plan.products, plan.progress].flatMap(overwritten),
};
