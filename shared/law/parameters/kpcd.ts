import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const kpcd: Parameter = {
  id: "KPCD",
  label: { vi: "Kinh phí công đoàn", en: "Trade-union fee" },
  unit: "percent",
  values: [
    {
      from: day("2019-07-01"),
      value: 2,
      cite: { doc: "luat-cong-doan" },
      verified: "memory",
    },
    {
      from: day("2025-07-01"),
      value: 2,
      cite: { doc: "luat-cong-doan-50-2024" },
      verified: "memory",
    },
  ],
};
