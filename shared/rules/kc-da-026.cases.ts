import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DA-026",
  cases: [
    {
      name: "địa bàn khó khăn",
      set: { "KC_DeAn!D5": "LAP-DN", "KC_DeAn!C5": 2, "KC_DeAn!H5": "UT" },
      expect: [],
    },
    {
      name: "không ghi địa bàn khó khăn",
      set: { "KC_DeAn!D5": "LAP-DN", "KC_DeAn!C5": 2 },
      expect: ["KC_DeAn!H5"],
    },
  ],
} satisfies RuleCases;
