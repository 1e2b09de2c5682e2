import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const chuyenGiaMuc1: Parameter = {
  id: "CHUYEN-GIA.MUC-1",
  label: {
    vi: "Chuyên gia tư vấn mức 1: tối đa một tháng 26 ngày",
    en: "Consultant level 1: cap per month of 26 days",
  },
  unit: "dong",
  values: [
    {
      from: day("2025-07-01"),
      value: 70_000_000,
      cite: { doc: "tt-004-2025-bnv" },
      verified: "secondary",
    },
    {
      from: day("2026-05-05"),
      value: null,
      cite: { doc: "tt-7-2026-bnv" },
      verified: "secondary",
      unknown: true,
    },
  ],
};
