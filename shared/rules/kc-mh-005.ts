import { PRINCIPLE } from "../kernel/citation.ts";
import { spendingCap } from "./spending.ts";
import type { Rule } from "./types.ts";

/** The level of disabled learners, the highest of all groups: above it no group fits. */

export const kcmh005: Rule = {
  id: "KC-MH-005",
  severity: "warning",
  category: "muc-ho-tro",
  stage: "line",
  title: {
    vi: "Hỗ trợ học nghề một người vượt mức cao nhất đã biết",
    en: "Training support above the highest known level a person",
  },
  basis: PRINCIPLE,
  from: null,
  to: null,
  related: ["KC-MH-001"],
  figures: ["DAO-TAO-NGHE.KHUYET-TAT"],
  check: (context) =>
    spendingCap(context, {
      parameter: "DAO-TAO-NGHE.KHUYET-TAT",
      item: /dao tao|truyen nghe|hoc nghe|day nghe/,
      unit: /^(nguoi|hoc vien|lao dong)/,

      what: "Hỗ trợ học nghề một người một khóa",
    }),
};
