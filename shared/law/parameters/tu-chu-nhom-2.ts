import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const tuChuNhom2: Parameter = {
  id: "TU-CHU.NHOM-2",
  label: { vi: "Nhóm 2: mức tự bảo đảm chi thường xuyên từ", en: "Autonomy group 2 from" },
  unit: "percent",
  values: [
    {
      from: day("2021-08-15"),
      value: 100,
      cite: { doc: "nd-60-2021", article: "9", clause: "2", point: "a" },
      verified: "text",
      stillValidOn: day("2025-06-30"),
    },
    {
      from: day("2025-07-01"),
      value: 100,
      cite: {
        doc: "nd-60-2021",
        article: "9",
        clause: "2",
        point: "a",
        note: "Nghị định 111/2025/NĐ-CP có sửa đổi, phần này chưa đọc được",
      },
      verified: "memory",
    },
  ],
};
