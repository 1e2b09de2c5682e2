import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DA-006",
  cases: [
    {
      name: "kế hoạch đúng",
      set: {},
      expect: [],
    },
    {
      name: "trùng mã",
      set: {
        "KC_DeAn!A6": "DA01",
      },
      expect: ["KC_DeAn!A6"],
    },
  ],
} satisfies RuleCases;
