import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const cumLienKetTran: Parameter = {
  id: "CUM-LIEN-KET.TRAN",
  label: { vi: "Cụm liên kết doanh nghiệp: mức trần", en: "Enterprise cluster: cap" },
  unit: "dong",
  values: [
    {
      from: day("2014-04-08"),
      value: 150_000_000,
      cite: { doc: "ttlt-26-2014", article: "6", clause: "2", point: "m" },
      verified: "text",
      stillValidOn: day("2018-05-10"),
    },
    {
      from: day("2018-05-11"),
      value: 150_000_000,
      cite: {
        doc: "tt-28-2018-btc",
        article: "8",
        clause: "13",
        note: "số khoản suy ra, chưa đọc nguyên văn",
      },
      verified: "memory",
    },
  ],
};
