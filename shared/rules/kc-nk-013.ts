import { PRINCIPLE } from "../kernel/citation.ts";
import type { Rule } from "./types.ts";

export const kcnk013: Rule = {
  id: "KC-NK-013",
  severity: "error",
  category: "ngay-thang",
  stage: "shape",
  title: {
    vi: "Giá hết áp dụng trước khi bắt đầu",
    en: "A price ends before it starts",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-NK-012"],
  foundBy: "reader",
  check: () => [],
};
