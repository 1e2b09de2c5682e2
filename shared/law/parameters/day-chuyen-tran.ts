import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const dayChuyenTran: Parameter = {
  id: "DAY-CHUYEN.TRAN",
  label: { vi: "Ứng dụng dây chuyền công nghệ: mức trần", en: "Production line: cap" },
  unit: "dong",
  values: [
    {
      from: day("2018-05-11"),
      value: 450_000_000,
      cite: { doc: "tt-28-2018-btc", article: "8", clause: "4" },
      verified: "secondary",
    },
  ],
};
