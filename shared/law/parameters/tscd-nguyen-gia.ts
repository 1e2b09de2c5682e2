import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const tscdNguyenGia: Parameter = {
  id: "TSCD.NGUYEN-GIA",
  label: { vi: "Tài sản cố định: nguyên giá từ", en: "Fixed asset: original price from" },
  unit: "dong",
  values: [
    {
      from: day("2023-06-10"),
      value: 10_000_000,
      cite: { doc: "tt-23-2023-btc", article: "3", clause: "2" },
      verified: "secondary",
    },
  ],
};
