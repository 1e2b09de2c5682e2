import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const oNhiemCoSoTyLe: Parameter = {
  id: "O-NHIEM-CO-SO.TY-LE",
  label: { vi: "Xử lý ô nhiễm tại cơ sở: tỷ lệ tối đa", en: "Pollution, establishment: percent" },
  unit: "percent",
  values: [
    {
      from: day("2014-04-08"),
      value: 30,
      cite: { doc: "ttlt-26-2014", article: "6", clause: "2", point: "o" },
      verified: "text",
      stillValidOn: day("2018-05-10"),
    },
    {
      from: day("2018-05-11"),
      value: 30,
      cite: {
        doc: "tt-28-2018-btc",
        article: "8",
        clause: "15",
        note: "số khoản suy ra, chưa đọc nguyên văn",
      },
      verified: "memory",
    },
  ],
};
