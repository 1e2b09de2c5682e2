import { PRINCIPLE } from "../kernel/citation.ts";
import type { Rule } from "./types.ts";

export const kcnk016: Rule = {
  id: "KC-NK-016",
  severity: "error",
  category: "dinh-muc",
  stage: "shape",
  title: {
    vi: "Định mức không khép kín: hệ số bước, phần trăm, đơn vị",
    en: "A norm does not close: steps, per cents, units",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-DM-001"],
  foundBy: "reader",
  check: () => [],
};
