import { PRINCIPLE } from "../kernel/citation.ts";
import { type Quantity, formatQuantity } from "../kernel/quantity.ts";
import { foldKey } from "../kernel/text.ts";
import { findSupportKind } from "../law/support-kinds.ts";
import { linesOfDeAn } from "../plan/totals.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kccd001: Rule = {
  id: "KC-CD-001",
  severity: "warning",
  category: "cong-don",
  stage: "cross-line",
  title: {
    vi: "Số lượng ở đề án khác số lượng ở dự toán",
    en: "The count differs from the cost lines",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-DA-010", "KC-MH-001"],
  check: ({ plan }) =>
    plan.deAn.flatMap((line): Hit[] => {
      const kind = line.kind === null ? null : findSupportKind(line.kind);
      if (kind === null || line.count === null || line.code === null) return [];
      const same = linesOfDeAn(plan, line.code).filter(
        ({ unit, quantity }) => quantity !== null && unit !== null && foldKey(unit) === foldKey(kind.unitVi),
      );
      const sum = same.reduce((total, { quantity }) => total + (quantity ?? 0n), 0n) as Quantity;
      if (same.length === 0 || sum === line.count || same.some(({ quantity }) => quantity === line.count))
        return [];
      return [
        {
          where: at(line, "count"),
          message: `KC_DeAn ghi ${formatQuantity(line.count)} ${kind.unitVi}, dự toán có ${formatQuantity(sum)}; mức hỗ trợ tối đa nhân theo số ở KC_DeAn.`,
          found: formatQuantity(line.count),
          expected: formatQuantity(sum),
          remedy: "Sửa cho hai trang khớp nhau.",
        },
      ];
    }),
};
