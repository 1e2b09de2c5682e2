import { PRINCIPLE } from "../kernel/citation.ts";
import { spendingCap } from "./spending.ts";
import type { Rule } from "./types.ts";

export const kcmh009: Rule = {
  id: "KC-MH-009",
  severity: "warning",
  category: "muc-ho-tro",
  stage: "line",
  title: {
    vi: "Tiền ăn đại biểu không hưởng lương vượt mức cao nhất",
    en: "Meals of guests above the highest norm",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-MH-001"],
  figures: ["HOI-NGHI.TIEN-AN-1"],
  check: (context) =>
    spendingCap(context, {
      parameter: "HOI-NGHI.TIEN-AN-1",
      item: /(tien an|an uong).*(hoi nghi|hoi thao|tap huan|dai bieu)|(hoi nghi|hoi thao|tap huan|dai bieu).*(tien an|an uong)/,
      unit: /nguoi|ngay|suat/,

      what: "Hỗ trợ tiền ăn đại biểu một ngày",
    }),
};
