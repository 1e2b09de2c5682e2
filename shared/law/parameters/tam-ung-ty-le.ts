import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const tamUngTyLe: Parameter = {
  id: "TAM-UNG.TY-LE",
  label: { vi: "Tạm ứng kinh phí khuyến công: tỷ lệ tối đa", en: "Advance: percent" },
  unit: "percent",
  values: [
    {
      from: day("2014-04-08"),
      value: 70,
      cite: { doc: "ttlt-26-2014", article: "8", clause: "2", point: "b" },
      verified: "text",
      stillValidOn: day("2018-05-10"),
    },
    {
      from: day("2018-05-11"),
      value: null,
      cite: { doc: "tt-28-2018-btc", article: "10", note: "số điều theo ghi nhớ" },
      verified: "memory",
      unknown: true,
    },
  ],
};
