import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const tuVanTyLe: Parameter = {
  id: "TU-VAN.TY-LE",
  label: { vi: "Thuê tư vấn: tỷ lệ tối đa", en: "Consultants: percent" },
  unit: "percent",
  values: [
    {
      from: day("2014-04-08"),
      value: 50,
      cite: { doc: "ttlt-26-2014", article: "6", clause: "2", point: "i" },
      verified: "text",
      stillValidOn: day("2018-05-10"),
    },
    {
      from: day("2018-05-11"),
      value: 50,
      cite: {
        doc: "tt-28-2018-btc",
        article: "8",
        clause: "10",
        note: "số khoản suy ra, chưa đọc nguyên văn",
      },
      verified: "memory",
    },
  ],
};
