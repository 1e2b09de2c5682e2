import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const lttVung4: Parameter = {
  id: "LTT-VUNG-4",
  label: { vi: "Lương tối thiểu tháng vùng 4", en: "Regional minimum wage 4" },
  unit: "dong",
  values: [
    {
      from: day("2024-07-01"),
      value: 3_450_000,
      cite: { doc: "nd-74-2024" },
      verified: "secondary",
    },
    {
      from: day("2026-01-01"),
      value: 3_700_000,
      cite: { doc: "nd-293-2025" },
      verified: "secondary",
    },
  ],
};
