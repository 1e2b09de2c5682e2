import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-SO-007",
  cases: [
    {
      name: "kế hoạch đúng",
      set: {},
      expect: [],
    },
    {
      name: "gõ đè thành tiền",
      set: {
        "KC_DuToan!F5": {
          value: 400000000,
        },
      },
      expect: ["KC_DuToan!F5"],
    },
  ],
} satisfies RuleCases;
