import { PRINCIPLE } from "../kernel/citation.ts";
import type { Rule } from "./types.ts";

export const kcnk006: Rule = {
  id: "KC-NK-006",
  severity: "error",
  category: "kieu-du-lieu",
  stage: "shape",
  title: {
    vi: "Định mức, đơn giá không phải là số",
    en: "A norm or price is no number",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-NK-014"],
  foundBy: "reader",
  check: () => [],
};
