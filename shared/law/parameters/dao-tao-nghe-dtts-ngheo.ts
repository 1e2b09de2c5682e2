import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const daoTaoNgheDttsNgheo: Parameter = {
  id: "DAO-TAO-NGHE.DTTS-NGHEO",
  label: {
    vi: "Đào tạo nghề dưới 3 tháng: người dân tộc thiểu số nghèo, hộ nghèo ở địa bàn đặc biệt khó khăn, tối đa một khóa",
    en: "Training under 3 months: poor people of ethnic minorities or in very difficult places, per course",
  },
  unit: "dong",
  values: [
    {
      from: day("2016-01-01"),
      value: 4_000_000,
      cite: { doc: "qd-46-2015-ttg" },
      verified: "memory",
    },
  ],
};
