import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const uuTien: Parameter = {
  id: "UU-TIEN",
  label: { vi: "Hệ số ưu tiên tối đa", en: "Priority factor (ceiling)" },
  unit: "factor",
  note: "Trần do danh mục của Bộ Công Thương quyết định; không tự động bằng 1,5",
  values: [
    {
      from: day("2014-04-08"),
      value: 1.5,
      cite: { doc: "ttlt-26-2014", article: "6", clause: "2", point: "t" },
      verified: "text",
      stillValidOn: day("2018-05-10"),
    },
    {
      from: day("2018-05-11"),
      value: 1.5,
      cite: {
        doc: "tt-28-2018-btc",
        article: "8",
        clause: "20",
        note: "số khoản suy ra, chưa đọc nguyên văn",
      },
      verified: "memory",
    },
  ],
};
