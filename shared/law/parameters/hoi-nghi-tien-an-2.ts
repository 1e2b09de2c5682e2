import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const hoiNghiTienAn2: Parameter = {
  id: "HOI-NGHI.TIEN-AN-2",
  label: {
    vi: "Hội nghị: hỗ trợ tiền ăn khách không hưởng lương, nơi tổ chức mức 2, một ngày",
    en: "Conference meals of non-salaried guests, place level 2, per day",
  },
  unit: "dong",
  values: [
    {
      from: day("2017-07-01"),
      value: 150_000,
      cite: { doc: "tt-40-2017-btc", article: "12" },
      verified: "secondary",
    },
    {
      from: day("2025-05-04"),
      value: null,
      cite: { doc: "tt-12-2025-btc" },
      verified: "secondary",
      unknown: true,
    },
  ],
};
