import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DT-005",
  cases: [
    {
      name: "kế hoạch đúng",
      set: {},
      expect: [],
    },
    {
      name: "không",
      set: {
        "KC_DuToan!E5": 0,
      },
      expect: ["KC_DuToan!E5"],
    },
    {
      name: "một đồng",
      set: {
        "KC_DuToan!E5": 1,
      },
      expect: [],
    },
  ],
} satisfies RuleCases;
