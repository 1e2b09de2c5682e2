import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const lttVung3: Parameter = {
  id: "LTT-VUNG-3",
  label: { vi: "Lương tối thiểu tháng vùng 3", en: "Regional minimum wage 3" },
  unit: "dong",
  values: [
    {
      from: day("2024-07-01"),
      value: 3_860_000,
      cite: { doc: "nd-74-2024" },
      verified: "secondary",
    },
    {
      from: day("2026-01-01"),
      value: 4_140_000,
      cite: { doc: "nd-293-2025" },
      verified: "secondary",
    },
  ],
};
