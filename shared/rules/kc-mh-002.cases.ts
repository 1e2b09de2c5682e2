import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-MH-002",
  cases: [
    {
      name: "kế hoạch đúng",
      set: {},
      expect: [],
    },
    {
      name: "đào tạo nghề không có trần riêng",
      set: {
        "KC_DeAn!D5": "DAO-TAO",
        "KC_DeAn!C5": 1,
      },
      expect: ["KC_DeAn!N5"],
    },
  ],
} satisfies RuleCases;
