import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const bhxh: Parameter = {
  id: "BHXH",
  label: { vi: "Bảo hiểm xã hội do đơn vị đóng", en: "Social insurance, employer" },
  unit: "percent",
  values: [
    {
      from: day("2019-07-01"),
      value: 17.5,
      cite: { doc: "luat-bhxh-58-2014" },
      verified: "memory",
    },
    {
      from: day("2025-07-01"),
      value: 17.5,
      cite: { doc: "luat-bhxh-41-2024" },
      verified: "secondary",
    },
  ],
};
