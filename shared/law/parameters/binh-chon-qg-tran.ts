import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const binhChonQgTran: Parameter = {
  id: "BINH-CHON-QG.TRAN",
  label: { vi: "Bình chọn cấp quốc gia: mức trần", en: "National vote: cap" },
  unit: "dong",
  values: [
    {
      from: day("2014-04-08"),
      value: 200_000_000,
      cite: { doc: "ttlt-26-2014", article: "6", clause: "2", point: "g" },
      verified: "text",
      stillValidOn: day("2018-05-10"),
    },
    {
      from: day("2018-05-11"),
      value: 400_000_000,
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
