import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const lttVung1: Parameter = {
  id: "LTT-VUNG-1",
  label: { vi: "Lương tối thiểu tháng vùng 1", en: "Regional minimum wage 1" },
  unit: "dong",
  values: [
    {
      from: day("2024-07-01"),
      value: 4_960_000,
      cite: { doc: "nd-74-2024" },
      verified: "secondary",
    },
    {
      from: day("2026-01-01"),
      value: 5_310_000,
      cite: { doc: "nd-293-2025" },
      verified: "secondary",
    },
  ],
};
