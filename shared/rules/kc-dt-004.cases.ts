import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DT-004",
  cases: [
    {
      name: "kế hoạch đúng",
      set: {},
      expect: [],
    },
    {
      name: "không",
      set: {
        "KC_DuToan!D5": 0,
      },
      expect: ["KC_DuToan!D5"],
    },
    {
      name: "âm",
      set: {
        "KC_DuToan!D5": -1,
      },
      expect: ["KC_DuToan!D5"],
    },
    {
      name: "nhỏ nhất",
      set: {
        "KC_DuToan!D5": 1e-6,
      },
      expect: [],
    },
  ],
} satisfies RuleCases;
