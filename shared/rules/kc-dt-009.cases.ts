import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DT-009",
  cases: [
    {
      name: "đúng 1.000 tỷ",
      set: {
        "KC_DuToan!D5": 1000000,
        "KC_DuToan!E5": 1000000,
        "KC_DuToan!G5": 0,
      },
      expect: [],
    },
    {
      name: "quá 1.000 tỷ một đồng",
      set: {
        "KC_DuToan!D5": 1000000.000001,
        "KC_DuToan!E5": 1000000,
        "KC_DuToan!G5": 0,
      },
      expect: ["KC_DuToan!D5"],
    },
  ],
} satisfies RuleCases;
