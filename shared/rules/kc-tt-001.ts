import { PRINCIPLE } from "../kernel/citation.ts";
import type { Rule } from "./types.ts";

export const kctt001: Rule = {
  id: "KC-TT-001",
  severity: "error",
  category: "cong-don",
  stage: "line",
  title: {
    vi: "Số trong ô khác số tính lại từ đầu vào",
    en: "A figure is not what its inputs give",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-SO-007", "KC-SO-011", "KC-CD-002"],
  foundBy: "recompute",
  check: () => [],
};
