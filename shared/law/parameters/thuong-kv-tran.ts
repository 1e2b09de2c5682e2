import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const thuongKvTran: Parameter = {
  id: "THUONG-KV.TRAN",
  label: { vi: "Thưởng cấp khu vực: mức trần", en: "Regional award: cap" },
  unit: "dong",
  values: [
    {
      from: day("2014-04-08"),
      value: 5_000_000,
      cite: { doc: "ttlt-26-2014", article: "6", clause: "2", point: "g" },
      verified: "text",
      stillValidOn: day("2018-05-10"),
    },
    {
      from: day("2018-05-11"),
      value: null,
      cite: {
        doc: "tt-28-2018-btc",
        article: "8",
        clause: "8",
        note: "số khoản suy ra, chưa đọc nguyên văn",
      },
      verified: "memory",
      unknown: true,
    },
  ],
};
