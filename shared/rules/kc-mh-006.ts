import { PRINCIPLE } from "../kernel/citation.ts";
import { spendingCap } from "./spending.ts";
import type { Rule } from "./types.ts";

export const kcmh006: Rule = {
  id: "KC-MH-006",
  severity: "warning",
  category: "muc-ho-tro",
  stage: "line",
  title: {
    vi: "Phụ cấp lưu trú vượt mức một ngày",
    en: "Daily allowance above its norm",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-MH-001"],
  figures: ["LUU-TRU"],
  check: (context) =>
    spendingCap(context, {
      parameter: "LUU-TRU",
      item: /phu cap luu tru|luu tru cong tac/,
      unit: /ngay/,

      what: "Phụ cấp lưu trú",
    }),
};
