import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DT-003",
  cases: [
    {
      name: "kế hoạch đúng",
      set: {},
      expect: [],
    },
    {
      name: "mã lạ",
      set: {
        "KC_DuToan!A5": "DA99",
      },
      expect: ["KC_DuToan!A5"],
    },
  ],
} satisfies RuleCases;
