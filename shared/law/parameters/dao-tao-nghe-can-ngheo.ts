import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const daoTaoNgheCanNgheo: Parameter = {
  id: "DAO-TAO-NGHE.CAN-NGHEO",
  label: {
    vi: "Đào tạo nghề dưới 3 tháng: người thuộc hộ cận nghèo, tối đa một khóa",
    en: "Training under 3 months: near-poor people, per course",
  },
  unit: "dong",
  values: [
    {
      from: day("2016-01-01"),
      value: 2_500_000,
      cite: { doc: "qd-46-2015-ttg" },
      verified: "memory",
    },
  ],
};
