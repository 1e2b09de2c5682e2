import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const mayMocTyLe: Parameter = {
  id: "MAY-MOC.TY-LE",
  label: { vi: "Ứng dụng máy móc thiết bị: tỷ lệ tối đa", en: "Machinery: percent" },
  unit: "percent",
  values: [
    {
      from: day("2014-04-08"),
      value: 50,
      cite: { doc: "ttlt-26-2014", article: "6", clause: "2", point: "c" },
      verified: "text",
      stillValidOn: day("2018-05-10"),
    },
    {
      from: day("2018-05-11"),
      value: 50,
      cite: { doc: "tt-28-2018-btc", article: "8", clause: "4" },
      verified: "secondary",
    },
  ],
};
