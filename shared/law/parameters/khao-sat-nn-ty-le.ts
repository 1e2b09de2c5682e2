import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const khaoSatNnTyLe: Parameter = {
  id: "KHAO-SAT-NN.TY-LE",
  label: { vi: "Vé máy bay khảo sát nước ngoài: tỷ lệ tối đa", en: "Study-trip air ticket: percent" },
  unit: "percent",
  values: [
    {
      from: day("2014-04-08"),
      value: 100,
      cite: { doc: "ttlt-26-2014", article: "6", clause: "2", point: "e" },
      verified: "text",
      stillValidOn: day("2018-05-10"),
    },
    {
      from: day("2018-05-11"),
      value: 100,
      cite: {
        doc: "tt-28-2018-btc",
        article: "8",
        clause: "7",
        note: "số khoản suy ra, chưa đọc nguyên văn",
      },
      verified: "secondary",
    },
  ],
};
