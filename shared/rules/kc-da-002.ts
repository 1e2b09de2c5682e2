import { PRINCIPLE } from "../kernel/citation.ts";
import { parseNumberText } from "../kernel/number-text.ts";
import { toQuantity } from "../kernel/quantity.ts";
import type { DeAnLine } from "../plan/shapes.ts";
import { at, isBlank, shown } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

function badCount(line: DeAnLine): Hit {
  const cell = line.cells["count"];
  const text =
    typeof cell?.value === "string" && cell.formula === undefined ? parseNumberText(cell.value) : null;
  const certain = text?.ok === true && toQuantity(text.value).ok;
  return {
    where: at(line, "count"),
    message: "“Số lượng” không phải là số.",
    found: shown(line.cells["count"]),
    expected: "một số, tối đa 6 chữ số thập phân",
    remedy: "Nhập số bằng chữ số; bỏ đơn vị và dấu nháy.",
    ...(certain ? { fix: Number(text.value) } : {}),
  };
}

export const kcda002: Rule = {
  id: "KC-DA-002",
  severity: "error",
  category: "kieu-du-lieu",
  stage: "shape",
  title: {
    vi: "Số lượng phải là số, thời gian phải là ngày",
    en: "Counts must be numbers, periods must be dates",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: [],
  check: ({ plan }) =>
    plan.deAn.flatMap((line) => {
      const hits: Hit[] = [];
      if (!isBlank(line.cells["count"]) && line.count === null) hits.push(badCount(line));
      for (const [id, label, value] of [
        ["start", "Bắt đầu", line.start],
        ["end", "Kết thúc", line.end],
      ] as const) {
        if (isBlank(line.cells[id]) || value !== null) continue;
        hits.push({
          where: at(line, id),
          message: `“${label}” không phải là ngày.`,
          found: shown(line.cells[id]),
          expected: "ngày/tháng/năm",
          remedy: "Nhập ngày dạng 30/06/2018.",
        });
      }
      return hits;
    }),
};
