import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const hoiNghiGiaiKhat: Parameter = {
  id: "HOI-NGHI.GIAI-KHAT",
  label: {
    vi: "Hội nghị: giải khát giữa giờ một buổi, một người",
    en: "Conference refreshments per half day",
  },
  unit: "dong",
  values: [
    {
      from: day("2017-07-01"),
      value: 20_000,
      cite: { doc: "tt-40-2017-btc", article: "12" },
      verified: "memory",
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
