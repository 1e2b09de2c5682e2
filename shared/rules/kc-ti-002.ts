import { PRINCIPLE } from "../kernel/citation.ts";
import { parseNumberText } from "../kernel/number-text.ts";
import type { PlanInfo } from "../plan/shapes.ts";
import { atInfo, isBlank, shown } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

/** The đồng a text certainly means. */
function meant(info: PlanInfo, id: string): number | undefined {
  const cell = info.cells[id];
  if (typeof cell?.value !== "string" || cell.formula !== undefined) return undefined;
  const text = parseNumberText(cell.value);
  return text.ok && Number.isSafeInteger(Number(text.value)) && Number(text.value) >= 0
    ? Number(text.value)
    : undefined;
}

export const kcti002: Rule = {
  id: "KC-TI-002",
  severity: "error",
  category: "kieu-du-lieu",
  stage: "shape",
  title: {
    vi: "Năm, ngày tính và kinh phí được giao phải đọc được",
    en: "Year, as-of date and budgets must be readable",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: [],
  check: ({ plan: { info } }) => {
    const hits: Hit[] = [];
    const bad = (id: string, label: string, expected: string, remedy: string, fix?: number) =>
      hits.push({
        where: atInfo(info, id),
        message: `“${label}” không đọc được.`,
        found: shown(info.cells[id]),
        expected,
        remedy,
        ...(fix === undefined ? {} : { fix }),
      });
    if (!isBlank(info.cells["year"]) && (info.year === null || info.year < 2012 || info.year > 2100)) {
      bad("year", "Năm kế hoạch", "năm bốn chữ số từ 2012", "Nhập năm bốn chữ số, ví dụ 2018.");
    }
    if (!isBlank(info.cells["asOf"]) && info.asOf === null) {
      bad("asOf", "Ngày tính", "ngày/tháng/năm", "Nhập ngày dạng 15/01/2018.");
    }
    for (const [id, label, value] of [
      ["nationalBudget", "Kinh phí khuyến công quốc gia được giao", info.nationalBudgetDong],
      ["localBudget", "Kinh phí khuyến công địa phương được giao", info.localBudgetDong],
    ] as const) {
      if (!isBlank(info.cells[id]) && (value === null || value < 0)) {
        bad(
          id,
          label,
          "số nguyên đồng, không âm",
          "Nhập số đồng bằng chữ số, không kèm chữ.",
          meant(info, id),
        );
      }
    }
    return hits;
  },
};
