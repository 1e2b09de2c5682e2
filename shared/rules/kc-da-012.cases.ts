import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DA-012",
  cases: [
    {
      name: "kế hoạch đúng",
      set: {},
      expect: [],
    },
    {
      name: "bỏ trống",
      set: {
        "KC_DeAn!I5": null,
      },
      expect: ["KC_DeAn!I5"],
    },
    {
      name: "lập theo nhóm",
      set: {
        "KC_DeAn!I5": null,
        "KC_DeAn!U5": "Lập theo nhóm",
      },
      expect: [],
    },
  ],
} satisfies RuleCases;
