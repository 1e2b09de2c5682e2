import { PRINCIPLE } from "../kernel/citation.ts";
import type { Rule } from "./types.ts";

export const kcso003: Rule = {
  id: "KC-SO-003",
  severity: "error",
  category: "so-lam-viec",
  stage: "shape",
  title: {
    vi: "Thiếu một cột bắt buộc",
    en: "A required column is missing",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-SO-002"],
  foundBy: "reader",
  check: () => [],
};
