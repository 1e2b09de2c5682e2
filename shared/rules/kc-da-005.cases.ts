import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DA-005",
  cases: [
    {
      name: "kế hoạch đúng",
      set: {},
      expect: [],
    },
    {
      name: "viết đầy đủ",
      set: {
        "KC_DeAn!E5": "Quốc gia",
      },
      expect: [],
    },
    {
      name: "nguồn lạ",
      set: {
        "KC_DeAn!E5": "TW",
      },
      expect: ["KC_DeAn!E5"],
    },
  ],
} satisfies RuleCases;
