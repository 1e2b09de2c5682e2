import { PRINCIPLE } from "../kernel/citation.ts";
import type { Rule } from "./types.ts";

export const kcnk012: Rule = {
  id: "KC-NK-012",
  severity: "error",
  category: "ngay-thang",
  stage: "shape",
  title: {
    vi: "Ngày áp dụng giá thiếu hoặc không đọc được",
    en: "A price's date is missing or unreadable",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-NK-013"],
  foundBy: "reader",
  check: () => [],
};
