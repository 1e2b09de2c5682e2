import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const luuTru: Parameter = {
  id: "LUU-TRU",
  label: { vi: "Phụ cấp lưu trú một ngày", en: "Daily allowance" },
  unit: "dong",
  values: [
    {
      from: day("2017-07-01"),
      value: 200_000,
      cite: { doc: "tt-40-2017-btc" },
      verified: "secondary",
    },
    {
      from: day("2025-05-04"),
      value: 300_000,
      cite: { doc: "tt-12-2025-btc" },
      verified: "secondary",
    },
  ],
};
