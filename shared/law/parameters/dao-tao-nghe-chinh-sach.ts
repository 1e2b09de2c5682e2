import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const daoTaoNgheChinhSach: Parameter = {
  id: "DAO-TAO-NGHE.CHINH-SACH",
  label: {
    vi: "Đào tạo nghề dưới 3 tháng: người thuộc diện chính sách, dân tộc thiểu số, hộ nghèo, tối đa một khóa",
    en: "Training under 3 months: people under preferential policies, per course",
  },
  unit: "dong",
  values: [
    {
      from: day("2016-01-01"),
      value: 3_000_000,
      cite: { doc: "qd-46-2015-ttg" },
      verified: "memory",
    },
  ],
};
