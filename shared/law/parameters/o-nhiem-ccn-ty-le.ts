import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const oNhiemCcnTyLe: Parameter = {
  id: "O-NHIEM-CCN.TY-LE",
  label: { vi: "Xử lý ô nhiễm tại cụm công nghiệp: tỷ lệ tối đa", en: "Pollution, cluster: percent" },
  unit: "percent",
  values: [
    {
      from: day("2014-04-08"),
      value: 30,
      cite: { doc: "ttlt-26-2014", article: "6", clause: "2", point: "p" },
      verified: "text",
      stillValidOn: day("2018-05-10"),
    },
    {
      from: day("2018-05-11"),
      value: 30,
      cite: {
        doc: "tt-28-2018-btc",
        article: "8",
        clause: "16",
        note: "số khoản suy ra, chưa đọc nguyên văn",
      },
      verified: "memory",
    },
  ],
};
