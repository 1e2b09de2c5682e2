import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const tuChuNhom3a: Parameter = {
  id: "TU-CHU.NHOM-3A",
  label: { vi: "Nhóm 3a: mức tự bảo đảm chi thường xuyên từ", en: "Autonomy group 3a from" },
  unit: "percent",
  values: [
    {
      from: day("2021-08-15"),
      value: 70,
      cite: { doc: "nd-60-2021", article: "9", clause: "3", point: "a" },
      verified: "text",
      stillValidOn: day("2025-06-30"),
    },
    {
      from: day("2025-07-01"),
      value: 70,
      cite: {
        doc: "nd-60-2021",
        article: "9",
        clause: "3",
        point: "a",
        note: "Nghị định 111/2025/NĐ-CP có sửa đổi, phần này chưa đọc được",
      },
      verified: "memory",
    },
  ],
};
