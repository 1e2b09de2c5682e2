import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const haTangCcnTran: Parameter = {
  id: "HA-TANG-CCN.TRAN",
  label: { vi: "Hạ tầng cụm công nghiệp: mức trần", en: "Cluster infrastructure: cap" },
  unit: "dong",
  values: [
    {
      from: day("2014-04-08"),
      value: 3_000_000_000,
      cite: { doc: "ttlt-26-2014", article: "6", clause: "2", point: "r" },
      verified: "text",
      stillValidOn: day("2018-05-10"),
    },
    {
      from: day("2018-05-11"),
      value: 6_000_000_000,
      cite: {
        doc: "tt-28-2018-btc",
        article: "8",
        clause: "18",
        note: "số khoản suy ra, chưa đọc nguyên văn",
      },
      verified: "secondary",
    },
  ],
};
