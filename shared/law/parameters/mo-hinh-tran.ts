import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const moHinhTran: Parameter = {
  id: "MO-HINH.TRAN",
  label: { vi: "Mô hình trình diễn kỹ thuật: mức trần", en: "Demonstration model: cap" },
  unit: "dong",
  values: [
    {
      from: day("2014-04-08"),
      value: 500_000_000,
      cite: { doc: "ttlt-26-2014", article: "6", clause: "2", point: "b" },
      verified: "text",
      stillValidOn: day("2018-05-10"),
    },
    {
      from: day("2018-05-11"),
      value: 1_000_000_000,
      cite: { doc: "tt-28-2018-btc", article: "8", clause: "2" },
      verified: "secondary",
    },
  ],
};
