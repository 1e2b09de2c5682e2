import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const dayChuyenTyLe: Parameter = {
  id: "DAY-CHUYEN.TY-LE",
  label: { vi: "Ứng dụng dây chuyền công nghệ: tỷ lệ tối đa", en: "Production line: percent" },
  unit: "percent",
  values: [
    {
      from: day("2018-05-11"),
      value: 50,
      cite: { doc: "tt-28-2018-btc", article: "8", clause: "4" },
      verified: "secondary",
    },
  ],
};
