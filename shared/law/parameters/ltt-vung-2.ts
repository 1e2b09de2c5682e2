import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const lttVung2: Parameter = {
  id: "LTT-VUNG-2",
  label: { vi: "Lương tối thiểu tháng vùng 2", en: "Regional minimum wage 2" },
  unit: "dong",
  values: [
    {
      from: day("2024-07-01"),
      value: 4_410_000,
      cite: { doc: "nd-74-2024" },
      verified: "secondary",
    },
    {
      from: day("2026-01-01"),
      value: 4_730_000,
      cite: { doc: "nd-293-2025" },
      verified: "secondary",
    },
  ],
};
