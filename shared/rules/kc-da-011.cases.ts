import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DA-011",
  cases: [
    {
      name: "kế hoạch đúng",
      set: {},
      expect: [],
    },
    {
      name: "máy móc ở khoản 1",
      set: {
        "KC_DeAn!C5": 1,
      },
      expect: ["KC_DeAn!C5"],
    },
  ],
} satisfies RuleCases;
