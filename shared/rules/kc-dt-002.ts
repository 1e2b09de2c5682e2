import { MAX_LINE_DONG } from "../kernel/money.ts";
import { PRINCIPLE } from "../kernel/citation.ts";
import type { FlatCell } from "../kernel/flat.ts";
import { parseNumberText } from "../kernel/number-text.ts";
import { toQuantity } from "../kernel/quantity.ts";
import type { CostLine } from "../plan/shapes.ts";
import { ERROR_VALUE, at, isBlank, shown } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

const MONEY = [
  { id: "unitPrice", label: "Đơn giá" },
  { id: "amount", label: "Thành tiền" },
  { id: "support", label: "Kinh phí khuyến công" },
  { id: "counterpart", label: "Đóng góp của đơn vị thụ hưởng" },
  { id: "other", label: "Nguồn khác" },
] as const;

/** The number a text certainly means; undefined when it could be two, or is no whole đồng. */
function meant(line: CostLine, id: string, isMoney: boolean): number | undefined {
  const cell = line.cells[id];
  if (typeof cell?.value !== "string" || cell.formula !== undefined) return undefined;
  const text = parseNumberText(cell.value);
  if (!text.ok) return undefined;
  const number = Number(text.value);
  if (isMoney) return Number.isSafeInteger(number) ? number : undefined;
  return toQuantity(text.value).ok ? number : undefined;
}

/** Something stands there, and no error of a formula, which has its own finding. */
function isUnread(cell: FlatCell | undefined): boolean {
  return !isBlank(cell) && !ERROR_VALUE.test(shown(cell));
}

function notNumber(line: CostLine, id: string, label: string, expected: string): Hit {
  const fix = meant(line, id, id !== "quantity");
  return {
    where: at(line, id),
    message: `“${label}” đang là chữ, không phải số, nên không được cộng.`,
    found: `“${shown(line.cells[id])}”`,
    expected,
    remedy: "Gõ lại bằng chữ số; với “1.234” hãy ghi rõ là 1234 hay 1,234.",
    ...(fix === undefined ? {} : { fix }),
  };
}

function fraction(line: CostLine, id: string, label: string): Hit {
  return {
    where: at(line, id),
    message: `“${label}” có phần lẻ dưới một đồng hoặc quá lớn; số in ra sẽ khác số cộng.`,
    found: shown(line.cells[id]),
    expected: "số nguyên đồng",
    remedy: "Làm tròn đến đồng.",
  };
}

export const kcdt002: Rule = {
  id: "KC-DT-002",
  severity: "error",
  category: "kieu-du-lieu",
  stage: "shape",
  title: {
    vi: "Số lượng và số tiền phải là số; tiền là số nguyên đồng",
    en: "Quantities and amounts must be numbers; money is whole đồng",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: [],
  check: ({ plan }) =>
    plan.costLines.flatMap((line) => {
      const hits: Hit[] = [];
      for (const { id, label } of MONEY) {
        const cell = line.cells[id];
        if (typeof cell?.value !== "number") {
          if (isUnread(cell)) hits.push(notNumber(line, id, label, "số nguyên đồng"));
        } else if (!Number.isSafeInteger(cell.value) || Math.abs(cell.value) > MAX_LINE_DONG)
          hits.push(fraction(line, id, label));
      }
      if (line.quantity === null && isUnread(line.cells["quantity"]))
        hits.push(notNumber(line, "quantity", "Số lượng", "một số, tối đa 6 chữ số thập phân"));
      return hits;
    }),
};
