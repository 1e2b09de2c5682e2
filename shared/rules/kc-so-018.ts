import { PRINCIPLE } from "../kernel/citation.ts";
import type { Rule } from "./types.ts";

export const kcso018: Rule = {
  id: "KC-SO-018",
  severity: "warning",
  category: "so-lam-viec",
  stage: "shape",
  title: {
    vi: "Hai cột cùng tiêu đề",
    en: "Two columns with one heading",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-SO-002", "KC-SO-003"],
  foundBy: "reader",
  check: () => [],
};
