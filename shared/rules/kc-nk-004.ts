import { PRINCIPLE } from "../kernel/citation.ts";
import type { Rule } from "./types.ts";

export const kcnk004: Rule = {
  id: "KC-NK-004",
  severity: "error",
  category: "day-du",
  stage: "shape",
  title: {
    vi: "Dòng định mức, dòng giá thiếu ô bắt buộc",
    en: "A norm or price line lacks a cell",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-NK-005", "KC-NK-006"],
  foundBy: "reader",
  check: () => [],
};
