import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const giangVienBuoi: Parameter = {
  id: "GIANG-VIEN.BUOI",
  label: {
    vi: "Thù lao giảng viên, báo cáo viên: tối đa một buổi 4 tiết",
    en: "Lecturer: cap per session of 4 periods",
  },
  unit: "dong",
  values: [
    {
      from: day("2018-05-15"),
      value: 2_000_000,
      cite: { doc: "tt-36-2018-btc" },
      verified: "secondary",
    },
    {
      from: day("2025-10-28"),
      value: null,
      cite: { doc: "tt-100-2025-btc", article: "4", clause: "2", point: "a" },
      verified: "secondary",
      unknown: true,
    },
  ],
};
