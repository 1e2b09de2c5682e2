import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const daoTaoNgheKhuyetTat: Parameter = {
  id: "DAO-TAO-NGHE.KHUYET-TAT",
  label: {
    vi: "Đào tạo nghề dưới 3 tháng: người khuyết tật, tối đa một khóa",
    en: "Training under 3 months: disabled person, per course",
  },
  unit: "dong",
  values: [
    {
      from: day("2016-01-01"),
      value: 6_000_000,
      cite: { doc: "qd-46-2015-ttg" },
      verified: "secondary",
    },
  ],
};
