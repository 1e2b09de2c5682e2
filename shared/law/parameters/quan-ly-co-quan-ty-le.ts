import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const quanLyCoQuanTyLe: Parameter = {
  id: "QUAN-LY-CO-QUAN.TY-LE",
  label: { vi: "Chi quản lý của cơ quan quản lý: tỷ lệ tối đa", en: "Managing body: percent" },
  unit: "percent",
  values: [
    {
      from: day("2014-04-08"),
      value: 1.5,
      cite: { doc: "ttlt-26-2014", article: "6", clause: "2", point: "s" },
      verified: "text",
      stillValidOn: day("2018-05-10"),
    },
    {
      from: day("2018-05-11"),
      value: 1.5,
      cite: {
        doc: "tt-28-2018-btc",
        article: "8",
        clause: "19",
        note: "số khoản suy ra, chưa đọc nguyên văn",
      },
      verified: "memory",
    },
  ],
};
