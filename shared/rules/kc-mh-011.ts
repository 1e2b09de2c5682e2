import { PRINCIPLE } from "../kernel/citation.ts";
import { folded } from "./lib.ts";
import { spendingCap } from "./spending.ts";
import type { Rule } from "./types.ts";

/** The circular counts a full month as 26 days. */
const DAYS_OF_MONTH = 26n;

export const kcmh011: Rule = {
  id: "KC-MH-011",
  severity: "warning",
  category: "muc-ho-tro",
  stage: "line",
  title: {
    vi: "Tiền công chuyên gia tư vấn vượt mức cao nhất",
    en: "Consultant's pay above the highest norm",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-MH-001"],
  figures: ["CHUYEN-GIA.MUC-1"],
  check: (context) =>
    spendingCap(context, {
      parameter: "CHUYEN-GIA.MUC-1",
      item: /chuyen gia/,
      unit: /thang|ngay|cong/,
      times: (line) => (/thang/.test(folded(line.unit)) ? [1n, 1n] : [1n, DAYS_OF_MONTH]),
      what: "Tiền công chuyên gia trong nước",
    }),
};
