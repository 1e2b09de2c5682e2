import { PRINCIPLE } from "../kernel/citation.ts";
import { at, cellsOf } from "./lib.ts";
import { referencesIn } from "./references.ts";
import type { Hit, Rule } from "./types.ts";

/** Excel keeps "[1]Gia" for a sheet of the first linked file: that file's name says more. */
function linkName(sheet: string, links: readonly string[]): string {
  return sheet.replace(/\[(\d+)\]/, (whole, number: string) => {
    const name = links[Number(number) - 1]?.split(/[\\/]/).pop();
    return name === undefined || name === "" ? whole : `[${name}]`;
  });
}

export const kcso015: Rule = {
  id: "KC-SO-015",
  severity: "warning",
  category: "so-lam-viec",
  stage: "line",
  title: {
    vi: "Ô lấy số từ tệp khác",
    en: "A cell reads another file",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-SO-006"],
  check: ({ plan, workbook }) =>
    cellsOf(plan).formulas.flatMap(({ line, id, formula }): Hit[] => {
      const outside = referencesIn(formula).find(({ external }) => external);
      if (outside === undefined) return [];
      return [
        {
          where: at(line, id),
          message: "Công thức lấy số từ tệp khác; nơi nhận không có tệp đó nên không kiểm tra được số này.",
          found: linkName(outside.sheet ?? "", workbook.externalLinks ?? []),
          expected: "số nằm trong sổ này",
          remedy: "Chép giá trị vào ô, hoặc đưa trang nguồn vào sổ, rồi ghi nguồn ở cột Ghi chú.",
        },
      ];
    }),
};
