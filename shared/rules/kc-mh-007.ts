import { PRINCIPLE } from "../kernel/citation.ts";
import { spendingCap } from "./spending.ts";
import type { Rule } from "./types.ts";

export const kcmh007: Rule = {
  id: "KC-MH-007",
  severity: "warning",
  category: "muc-ho-tro",
  stage: "line",
  title: {
    vi: "Thù lao giảng viên vượt mức một buổi",
    en: "Lecturer's fee above its norm",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-MH-001"],
  figures: ["GIANG-VIEN.BUOI"],
  check: (context) =>
    spendingCap(context, {
      parameter: "GIANG-VIEN.BUOI",
      item: /^(?!.*tro giang).*(giang vien|bao cao vien)/,
      unit: /buoi/,

      what: "Thù lao giảng viên, báo cáo viên",
    }),
};
