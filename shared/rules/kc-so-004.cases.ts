import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-SO-004",
  cases: [
    {
      name: "kế hoạch đúng",
      set: {},
      expect: [],
    },
    {
      name: "#NAME?",
      set: {
        "KC_DuToan!F5": {
          value: "#NAME?",
          formula: "=KC.THANHTIEN(D5,E5)",
        },
      },
      expect: ["KC_DuToan!F5"],
      stale: true,
    },
    {
      name: "#N/A ở mức tối đa được giải thích ở nơi khác",
      set: {
        "KC_DeAn!N5": {
          value: "#N/A",
          formula: "=1",
        },
      },
      expect: [],
      stale: true,
    },
  ],
} satisfies RuleCases;
