import { PRINCIPLE } from "../kernel/citation.ts";
import type { Rule } from "./types.ts";

export const kcnk005: Rule = {
  id: "KC-NK-005",
  severity: "error",
  category: "danh-muc",
  stage: "shape",
  title: {
    vi: "Loại hao phí không có trong danh mục",
    en: "Unknown type of consumption",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-NK-004"],
  foundBy: "reader",
  check: () => [],
};
