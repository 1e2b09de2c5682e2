import { PRINCIPLE } from "../kernel/citation.ts";
import { plainDecimal } from "../kernel/quantity.ts";
import { at, cellsOf, shown } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

/** Decimals a number format prints; null for dates and percentages, which show another figure on purpose. */
function placesShown(format: string): number | null {
  const section = (format.split(";")[0] ?? "").replace(/"[^"]*"|\\./g, "").replace(/\[[^\]]*\]/g, "");
  if (/[ymdhs%]/i.test(section.replace(/general/gi, "")) || !/[0#?]/.test(section)) return null;
  return (/\.([0#?]*)/.exec(section)?.[1] ?? "").length;
}

export const kcso013: Rule = {
  id: "KC-SO-013",
  severity: "warning",
  category: "so-lam-viec",
  stage: "line",
  title: {
    vi: "Số có phần lẻ bị định dạng che, số in ra cộng lại không khớp",
    en: "Hidden decimals make printed totals differ",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-DT-002", "KC-SO-012"],
  check: ({ plan }) =>
    cellsOf(plan).formatted.flatMap(({ line, id, cell, format }): Hit[] => {
      if (Number.isInteger(cell.value)) return [];
      const places = placesShown(format);
      const real = (/\.(\d+)$/.exec(plainDecimal(cell.value))?.[1] ?? "").length;
      if (places === null || real <= places) return [];
      return [
        {
          where: at(line, id),
          message: `Ô chứa ${real} chữ số thập phân nhưng chỉ hiện ${places}; người đọc bản in nhân lại sẽ ra số khác.`,
          found: shown(cell),
          expected: `số hiện đúng như số tính, hoặc làm tròn còn ${places} chữ số`,
          remedy: "Làm tròn số trong ô (ROUND), hoặc đổi định dạng để hiện đủ phần lẻ.",
        },
      ];
    }),
};
