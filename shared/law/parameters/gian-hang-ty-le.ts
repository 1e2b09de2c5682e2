import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const gianHangTyLe: Parameter = {
  id: "GIAN-HANG.TY-LE",
  label: { vi: "Thuê gian hàng hội chợ khác: tỷ lệ tối đa", en: "Booth rent: percent" },
  unit: "percent",
  values: [
    {
      from: day("2014-04-08"),
      value: 80,
      cite: { doc: "ttlt-26-2014", article: "6", clause: "2", point: "d" },
      verified: "text",
      stillValidOn: day("2018-05-10"),
    },
    {
      from: day("2018-05-11"),
      value: 80,
      cite: {
        doc: "tt-28-2018-btc",
        article: "8",
        clause: "5",
        note: "số khoản suy ra, chưa đọc nguyên văn",
      },
      verified: "memory",
    },
  ],
};
