import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const quyHoachCcnTran: Parameter = {
  id: "QUY-HOACH-CCN.TRAN",
  label: { vi: "Quy hoạch chi tiết cụm công nghiệp: mức trần", en: "Cluster plan: cap" },
  unit: "dong",
  values: [
    {
      from: day("2014-04-08"),
      value: 500_000_000,
      cite: { doc: "ttlt-26-2014", article: "6", clause: "2", point: "q" },
      verified: "text",
      stillValidOn: day("2018-05-10"),
    },
    {
      from: day("2018-05-11"),
      value: 500_000_000,
      cite: {
        doc: "tt-28-2018-btc",
        article: "8",
        clause: "17",
        note: "số khoản suy ra, chưa đọc nguyên văn",
      },
      verified: "memory",
    },
  ],
};
