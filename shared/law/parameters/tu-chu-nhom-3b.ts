import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const tuChuNhom3b: Parameter = {
  id: "TU-CHU.NHOM-3B",
  label: { vi: "Nhóm 3b: mức tự bảo đảm chi thường xuyên từ", en: "Autonomy group 3b from" },
  unit: "percent",
  values: [
    {
      from: day("2021-08-15"),
      value: 30,
      cite: { doc: "nd-60-2021", article: "9", clause: "3", point: "b" },
      verified: "text",
      stillValidOn: day("2025-06-30"),
    },
    {
      from: day("2025-07-01"),
      value: 30,
      cite: {
        doc: "nd-60-2021",
        article: "9",
        clause: "3",
        point: "b",
        note: "Nghị định 111/2025/NĐ-CP có sửa đổi, phần này chưa đọc được",
      },
      verified: "memory",
    },
  ],
};
