import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DA-010",
  cases: [
    {
      name: "kế hoạch đúng",
      set: {},
      expect: [],
    },
    {
      name: "hai cơ sở",
      set: {
        "KC_DeAn!F5": 2,
      },
      expect: [],
    },
    {
      name: "không",
      set: {
        "KC_DeAn!F5": 0,
      },
      expect: ["KC_DeAn!F5"],
    },
    {
      name: "lẻ",
      set: {
        "KC_DeAn!F5": 1.5,
      },
      expect: ["KC_DeAn!F5"],
    },
  ],
} satisfies RuleCases;
