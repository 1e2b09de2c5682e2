import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const sxshTyLe: Parameter = {
  id: "SXSH.TY-LE",
  label: { vi: "Mô hình sản xuất sạch hơn: tỷ lệ tối đa", en: "Cleaner-production pilot: percent" },
  unit: "percent",
  values: [
    {
      from: day("2018-05-11"),
      value: 30,
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
