import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DT-006",
  cases: [
    {
      name: "1.000 đồng",
      set: {
        "KC_DuToan!E5": 1000,
      },
      expect: [],
    },
    {
      name: "999 đồng",
      set: {
        "KC_DuToan!E5": 999,
      },
      expect: ["KC_DuToan!E5"],
    },
  ],
} satisfies RuleCases;
