import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DA-003",
  cases: [
    {
      name: "kế hoạch đúng",
      set: {},
      expect: [],
    },
    {
      name: "khoản 9",
      set: {
        "KC_DeAn!C5": 9,
      },
      expect: [],
    },
    {
      name: "khoản 10",
      set: {
        "KC_DeAn!C5": 10,
      },
      expect: ["KC_DeAn!C5"],
    },
    {
      name: "khoản 0",
      set: {
        "KC_DeAn!C5": 0,
      },
      expect: ["KC_DeAn!C5"],
    },
    {
      name: "là chữ",
      set: {
        "KC_DeAn!C5": "ba",
      },
      expect: ["KC_DeAn!C5"],
    },
  ],
} satisfies RuleCases;
