import { PRINCIPLE } from "../kernel/citation.ts";
import type { Rule } from "./types.ts";

export const kcnk014: Rule = {
  id: "KC-NK-014",
  severity: "error",
  category: "kieu-du-lieu",
  stage: "shape",
  title: {
    vi: "Định mức là số âm",
    en: "A norm is negative",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-NK-006"],
  foundBy: "reader",
  check: () => [],
};
