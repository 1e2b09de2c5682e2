import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const thuongHieuTran: Parameter = {
  id: "THUONG-HIEU.TRAN",
  label: { vi: "Xây dựng thương hiệu: mức trần", en: "Brand: cap" },
  unit: "dong",
  values: [
    {
      from: day("2014-04-08"),
      value: 35_000_000,
      cite: { doc: "ttlt-26-2014", article: "6", clause: "2", point: "h" },
      verified: "text",
      stillValidOn: day("2018-05-10"),
    },
    {
      from: day("2018-05-11"),
      value: 35_000_000,
      cite: {
        doc: "tt-28-2018-btc",
        article: "8",
        clause: "9",
        note: "số khoản suy ra, chưa đọc nguyên văn",
      },
      verified: "memory",
    },
  ],
};
