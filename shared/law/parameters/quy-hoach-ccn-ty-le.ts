import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const quyHoachCcnTyLe: Parameter = {
  id: "QUY-HOACH-CCN.TY-LE",
  label: { vi: "Quy hoạch chi tiết cụm công nghiệp: tỷ lệ tối đa", en: "Cluster plan: percent" },
  unit: "percent",
  values: [
    {
      from: day("2014-04-08"),
      value: 50,
      cite: { doc: "ttlt-26-2014", article: "6", clause: "2", point: "q" },
      verified: "text",
      stillValidOn: day("2018-05-10"),
    },
    {
      from: day("2018-05-11"),
      value: 50,
      cite: {
        doc: "tt-28-2018-btc",
        article: "8",
        clause: "17",
        note: "số khoản suy ra, chưa đọc nguyên văn",
      },
      verified: "memory",
    },
  ],
};
