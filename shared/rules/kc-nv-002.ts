import { PRINCIPLE } from "../kernel/citation.ts";
import { at, money } from "./lib.ts";
import type { Hit, Rule } from "./types.ts";

const SOURCES = [
  { id: "support", field: "supportDong", label: "Kinh phí khuyến công" },
  { id: "counterpart", field: "counterpartDong", label: "Đóng góp của đơn vị thụ hưởng" },
  { id: "other", field: "otherDong", label: "Nguồn khác" },
] as const;

export const kcnv002: Rule = {
  id: "KC-NV-002",
  severity: "error",
  category: "nguon-von",
  stage: "line",
  title: {
    vi: "Các nguồn không được âm",
    en: "No source may be negative",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-NV-001"],
  check: ({ plan }) =>
    plan.costLines.flatMap((line) =>
      SOURCES.flatMap(({ id, field, label }): Hit[] => {
        const amount = line[field];
        if (amount === null || amount >= 0) return [];
        return [
          {
            where: at(line, id),
            message: `“${label}” đang âm: tổng các nguồn vượt thành tiền.`,
            found: money(amount),
            expected: "từ 0 đ trở lên",
            differenceDong: amount,
            remedy: "Giảm kinh phí khuyến công hoặc nguồn khác của dòng này.",
          },
        ];
      }),
    ),
};
