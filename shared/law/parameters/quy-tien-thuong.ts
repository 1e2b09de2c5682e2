import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const quyTienThuong: Parameter = {
  id: "QUY-TIEN-THUONG",
  label: {
    vi: "Quỹ tiền thưởng trên quỹ lương theo hệ số, không gồm phụ cấp",
    en: "Bonus fund on scale pay without allowances",
  },
  unit: "percent",
  values: [
    {
      from: day("2026-07-01"),
      value: 10,
      cite: { doc: "nd-161-2026", article: "4", clause: "4" },
      verified: "secondary",
    },
  ],
};
