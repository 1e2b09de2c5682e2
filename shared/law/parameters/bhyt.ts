import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const bhyt: Parameter = {
  id: "BHYT",
  label: { vi: "Bảo hiểm y tế do đơn vị đóng", en: "Health insurance, employer" },
  unit: "percent",
  values: [
    {
      from: day("2019-07-01"),
      value: 3,
      cite: { doc: "luat-bhyt" },
      verified: "memory",
    },
  ],
};
