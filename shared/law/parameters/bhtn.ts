import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const bhtn: Parameter = {
  id: "BHTN",
  label: { vi: "Bảo hiểm thất nghiệp do đơn vị đóng", en: "Unemployment insurance, employer" },
  unit: "percent",
  values: [
    {
      from: day("2019-07-01"),
      value: 1,
      cite: { doc: "luat-viec-lam" },
      verified: "memory",
    },
    {
      from: day("2026-01-01"),
      value: 1,
      cite: { doc: "luat-viec-lam-74-2025" },
      verified: "memory",
    },
  ],
};
