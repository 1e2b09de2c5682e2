import { PRINCIPLE } from "../kernel/citation.ts";
import type { Rule } from "./types.ts";

export const kcnk010: Rule = {
  id: "KC-NK-010",
  severity: "error",
  category: "trung-lap",
  stage: "shape",
  title: {
    vi: "Một hao phí có hai giá từ cùng ngày",
    en: "Two prices of one resource from one day",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-DG-001"],
  foundBy: "reader",
  check: () => [],
};
