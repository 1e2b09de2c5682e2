import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const phongTrungBayTran: Parameter = {
  id: "PHONG-TRUNG-BAY.TRAN",
  label: { vi: "Phòng trưng bày sản phẩm: mức trần", en: "Showroom: cap" },
  unit: "dong",
  values: [
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
