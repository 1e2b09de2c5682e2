import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const daoTaoNgheDiLai: Parameter = {
  id: "DAO-TAO-NGHE.DI-LAI",
  label: {
    vi: "Đào tạo nghề dưới 3 tháng: tiền đi lại một khóa, cách nơi học từ 15 km",
    en: "Training under 3 months: travel per course, from 15 km",
  },
  unit: "dong",
  values: [
    {
      from: day("2016-01-01"),
      value: 200_000,
      cite: { doc: "qd-46-2015-ttg" },
      verified: "memory",
    },
  ],
};
