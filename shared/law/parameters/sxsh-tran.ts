import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const sxshTran: Parameter = {
  id: "SXSH.TRAN",
  label: { vi: "Mô hình sản xuất sạch hơn: mức trần", en: "Cleaner-production pilot: cap" },
  unit: "dong",
  values: [
    {
      from: day("2018-05-11"),
      value: 500_000_000,
      cite: {
        doc: "tt-28-2018-btc",
        article: "8",
        clause: "3",
        note: "số khoản suy ra, chưa đọc nguyên văn",
      },
      verified: "secondary",
    },
  ],
};
