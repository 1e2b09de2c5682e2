import { PRINCIPLE } from "../kernel/citation.ts";
import type { Rule } from "./types.ts";

export const kcso001: Rule = {
  id: "KC-SO-001",
  severity: "error",
  category: "so-lam-viec",
  stage: "shape",
  title: {
    vi: "Thiếu một trang bắt buộc của sổ",
    en: "A required sheet is missing",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-SO-002", "KC-SO-019"],
  foundBy: "reader",
  check: () => [],
};
