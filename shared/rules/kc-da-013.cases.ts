import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DA-013",
  cases: [
    {
      name: "kế hoạch đúng",
      set: {},
      expect: [],
    },
    {
      name: "bỏ trống",
      set: {
        "KC_DeAn!G5": null,
      },
      expect: ["KC_DeAn!G5"],
    },
  ],
} satisfies RuleCases;
