import { PRINCIPLE } from "../kernel/citation.ts";
import { unreadHits } from "./lib.ts";
import type { Rule } from "./types.ts";

const REQUIRED = [
  { id: "deAnCode", label: "Mã đề án" },
  { id: "date", label: "Ngày báo cáo" },
  { id: "state", label: "Tình trạng", remedy: "Chọn tình trạng trong danh sách." },
] as const;

export const kctd002: Rule = {
  id: "KC-TD-002",
  severity: "error",
  category: "tien-do",
  stage: "shape",
  title: {
    vi: "Báo cáo tiến độ phải có mã đề án, ngày và tình trạng",
    en: "A progress line needs its đề án, date and state",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-TD-001"],
  check: ({ plan }) => unreadHits(plan.progress, REQUIRED),
};
