import { PRINCIPLE } from "../kernel/citation.ts";
import type { Rule } from "./types.ts";

export const kcnk015: Rule = {
  id: "KC-NK-015",
  severity: "error",
  category: "dinh-muc",
  stage: "shape",
  title: {
    vi: "Ô chỉ dành cho loại hao phí khác",
    en: "A cell meant for another type",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-NK-005"],
  foundBy: "reader",
  check: () => [],
};
