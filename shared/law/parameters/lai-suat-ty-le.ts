import { day } from "../../kernel/date.ts";
import type { Parameter } from "../types.ts";

export const laiSuatTyLe: Parameter = {
  id: "LAI-SUAT.TY-LE",
  label: { vi: "Lãi suất vốn vay di dời: tỷ lệ tối đa", en: "Relocation interest: percent" },
  unit: "percent",
  values: [
    {
      from: day("2014-04-08"),
      value: 50,
      cite: { doc: "ttlt-26-2014", article: "6", clause: "2", point: "n" },
      verified: "text",
      stillValidOn: day("2018-05-10"),
    },
    {
      from: day("2018-05-11"),
      value: 50,
      cite: { doc: "tt-28-2018-btc", article: "8", clause: "14" },
      verified: "secondary",
    },
  ],
};
