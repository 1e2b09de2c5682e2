import { PRINCIPLE } from "../kernel/citation.ts";
import type { Rule } from "./types.ts";

export const kcso010: Rule = {
  id: "KC-SO-010",
  severity: "error",
  category: "so-lam-viec",
  stage: "shape",
  title: {
    vi: "Trang có quá nhiều dòng",
    en: "A sheet has too many lines",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: [],
  foundBy: "reader",
  check: () => [],
};
