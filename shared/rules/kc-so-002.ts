import { PRINCIPLE } from "../kernel/citation.ts";
import type { Rule } from "./types.ts";

export const kcso002: Rule = {
  id: "KC-SO-002",
  severity: "error",
  category: "so-lam-viec",
  stage: "shape",
  title: {
    vi: "Không nhận ra dòng tiêu đề cột",
    en: "The heading row is not recognised",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-SO-001", "KC-SO-003"],
  foundBy: "reader",
  check: () => [],
};
