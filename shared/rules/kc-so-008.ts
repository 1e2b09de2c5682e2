import { PRINCIPLE } from "../kernel/citation.ts";
import type { Rule } from "./types.ts";

export const kcso008: Rule = {
  id: "KC-SO-008",
  severity: "error",
  category: "day-du",
  stage: "cross-line",
  title: {
    vi: "Sổ chưa có đề án nào",
    en: "The workbook has no đề án",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: [],
  check: ({ plan }) =>
    plan.deAn.length > 0
      ? []
      : [
          {
            where: { sheet: "KC_DeAn", cell: "A5" },
            message: "Chưa có đề án nào trong KC_DeAn.",
            found: "0 đề án",
            expected: "ít nhất một đề án",
            remedy: "Dùng ngăn “Soạn” › “Đề án mới”, hoặc gõ vào KC_DeAn.",
          },
        ],
};
