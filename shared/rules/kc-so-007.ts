import { PRINCIPLE } from "../kernel/citation.ts";
import { at, shown } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

const DE_AN_COMPUTED = ["total", "ceiling", "support", "counterpart", "other", "basis"] as const;
const COST_COMPUTED = ["amount", "counterpart"] as const;

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
    [
      ...plan.deAn.map((line) => ({ line, ids: DE_AN_COMPUTED })),
      ...plan.costLines.map((line) => ({ line, ids: COST_COMPUTED })),
    ].flatMap(({ line, ids }) =>
      ids.flatMap((id): Hit[] => {
        const cell = line.cells[id];
        if (cell === undefined || cell.value === null || cell.value === "" || cell.formula !== undefined)
          return [];
        return [
          {
            where: at(line, id),
            message: `Ô ${cell.address} được gõ số thay cho công thức, nên không đổi theo số liệu.`,
            found: shown(cell),
            expected: "công thức của sổ mẫu",
            remedy: "Chép công thức từ dòng bên cạnh.",
          },
        ];
      }),
    ),
};
