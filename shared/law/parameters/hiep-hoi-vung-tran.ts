import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const hiepHoiVungTran: Parameter = {
  id: "HIEP-HOI-VUNG.TRAN",
  label: { vi: "Hiệp hội cấp vùng: mức trần", en: "Regional association: cap" },
  unit: "dong",
  values: [
    {
      from: day("2014-04-08"),
      value: 70_000_000,
      cite: { doc: "ttlt-26-2014", article: "6", clause: "2", point: "l" },
      verified: "text",
      stillValidOn: day("2018-05-10"),
    },
    {
      from: day("2018-05-11"),
      value: 70_000_000,
      cite: {
        doc: "tt-28-2018-btc",
        article: "8",
        clause: "12",
        note: "số khoản suy ra, chưa đọc nguyên văn",
      },
      verified: "memory",
    },
  ],
};
