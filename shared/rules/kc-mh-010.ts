import { PRINCIPLE } from "../kernel/citation.ts";
import { spendingCap } from "./spending.ts";
import type { Rule } from "./types.ts";

export const kcmh010: Rule = {
  id: "KC-MH-010",
  severity: "warning",
  category: "muc-ho-tro",
  stage: "line",
  title: {
    vi: "Tiền ăn học viên học nghề vượt mức một ngày",
    en: "Learners' meals above their norm",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-MH-001"],
  figures: ["DAO-TAO-NGHE.TIEN-AN"],
  check: (context) =>
    spendingCap(context, {
      parameter: "DAO-TAO-NGHE.TIEN-AN",
      item: /^(?!.*(hoi nghi|hoi thao|dai bieu)).*tien an.*(hoc vien|hoc nghe|nguoi hoc)/,
      unit: /ngay/,

      what: "Hỗ trợ tiền ăn học viên",
    }),
};
