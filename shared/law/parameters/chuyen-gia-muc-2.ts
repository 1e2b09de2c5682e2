import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const chuyenGiaMuc2: Parameter = {
  id: "CHUYEN-GIA.MUC-2",
  label: {
    vi: "Chuyên gia tư vấn mức 2: tối đa một tháng 26 ngày",
    en: "Consultant level 2: cap per month of 26 days",
  },
  unit: "dong",
  values: [
    {
      from: day("2025-07-01"),
      value: 55_000_000,
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
