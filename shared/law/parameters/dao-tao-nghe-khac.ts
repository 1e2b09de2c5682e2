import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const daoTaoNgheKhac: Parameter = {
  id: "DAO-TAO-NGHE.KHAC",
  label: {
    vi: "Đào tạo nghề dưới 3 tháng: phụ nữ, lao động nông thôn khác, tối đa một khóa",
    en: "Training under 3 months: women and other rural workers, per course",
  },
  unit: "dong",
  values: [
    {
      from: day("2016-01-01"),
      value: 2_000_000,
      cite: { doc: "qd-46-2015-ttg" },
      verified: "memory",
    },
  ],
};
