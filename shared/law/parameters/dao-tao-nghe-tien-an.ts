import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const daoTaoNgheTienAn: Parameter = {
  id: "DAO-TAO-NGHE.TIEN-AN",
  label: {
    vi: "Đào tạo nghề dưới 3 tháng: tiền ăn một ngày thực học",
    en: "Training under 3 months: meals per day of class",
  },
  unit: "dong",
  values: [
    {
      from: day("2016-01-01"),
      value: 30_000,
      cite: { doc: "qd-46-2015-ttg" },
      verified: "memory",
    },
  ],
};
