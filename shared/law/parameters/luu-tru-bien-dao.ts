import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const luuTruBienDao: Parameter = {
  id: "LUU-TRU-BIEN-DAO",
  label: { vi: "Phụ cấp lưu trú ở biển, đảo một ngày", en: "Daily allowance, islands" },
  unit: "dong",
  values: [
    {
      from: day("2017-07-01"),
      value: 250_000,
      cite: { doc: "tt-40-2017-btc" },
      verified: "secondary",
    },
    {
      from: day("2025-05-04"),
      value: 400_000,
      cite: { doc: "tt-12-2025-btc" },
      verified: "secondary",
    },
  ],
};
