import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const binhChonKvTran: Parameter = {
  id: "BINH-CHON-KV.TRAN",
  label: { vi: "Bình chọn cấp khu vực: mức trần", en: "Regional vote: cap" },
  unit: "dong",
  values: [
    {
      from: day("2014-04-08"),
      value: 100_000_000,
      cite: { doc: "ttlt-26-2014", article: "6", clause: "2", point: "g" },
      verified: "text",
      stillValidOn: day("2018-05-10"),
    },
    {
      from: day("2018-05-11"),
      value: 200_000_000,
      cite: {
        doc: "tt-28-2018-btc",
        article: "8",
        clause: "8",
        note: "số khoản suy ra, chưa đọc nguyên văn",
      },
      verified: "secondary",
    },
  ],
};
