import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const hoiChoNnTyLe: Parameter = {
  id: "HOI-CHO-NN.TY-LE",
  label: { vi: "Hội chợ tại nước ngoài: tỷ lệ tối đa", en: "Fair abroad: percent" },
  unit: "percent",
  values: [
    {
      from: day("2014-04-08"),
      value: 100,
      cite: { doc: "ttlt-26-2014", article: "6", clause: "2", point: "đ" },
      verified: "text",
      stillValidOn: day("2018-05-10"),
    },
    {
      from: day("2018-05-11"),
      value: 100,
      cite: { doc: "tt-28-2018-btc", article: "8", clause: "6" },
      verified: "secondary",
    },
  ],
};
