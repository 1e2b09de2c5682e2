import { PRINCIPLE } from "../kernel/citation.ts";
import { folded } from "./lib.ts";
import { spendingCap } from "./spending.ts";
import type { Rule } from "./types.ts";

export const kcmh008: Rule = {
  id: "KC-MH-008",
  severity: "warning",
  category: "muc-ho-tro",
  stage: "line",
  title: {
    vi: "Chi giải khát giữa giờ vượt mức",
    en: "Refreshments above their norm",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-MH-001"],
  figures: ["HOI-NGHI.GIAI-KHAT"],
  check: (context) =>
    spendingCap(context, {
      parameter: "HOI-NGHI.GIAI-KHAT",
      item: /giai khat|nuoc uong/,
      unit: /nguoi|suat|buoi/,
      times: (line) => (/ngay/.test(folded(line.unit)) ? [2n, 1n] : [1n, 1n]),
      what: "Chi giải khát giữa giờ",
    }),
};
