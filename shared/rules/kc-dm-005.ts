import { PRINCIPLE } from "../kernel/citation.ts";
import { formatQuantity } from "../kernel/quantity.ts";
import { checkPayStep } from "../law/pay-scales.ts";
import { at } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

export const kcdm005: Rule = {
  id: "KC-DM-005",
  severity: "warning",
  category: "dinh-muc",
  stage: "line",
  title: {
    vi: "Hệ số lương không phải một bậc của bảng lương",
    en: "The coefficient is no step of its pay scale",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-NC-001"],
  check: ({ plan }) =>
    plan.normLines.flatMap((line): Hit[] => {
      if (line.scale === null || line.coefficient === null) return [];
      const step = checkPayStep(line.scale, line.coefficient);
      if (step.ok) return [];
      return [
        {
          where: at(line, step.error.code === "pay-scale-unknown" ? "scale" : "coefficient"),
          message: step.error.vi,
          found: `${line.scale} ${formatQuantity(line.coefficient)}`,
          expected: "một bậc của bảng lương viên chức (chưa đối chiếu nguyên văn)",
          remedy:
            "Kiểm tra bảng lương và hệ số của người thực hiện; công tác khuyến công thường dùng A1, A2.1, A3.1.",
        },
      ];
    }),
};
