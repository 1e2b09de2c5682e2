import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-TI-006",
  cases: [
    {
      name: "kế hoạch đúng",
      set: {},
      expect: [],
    },
    {
      name: "phiên bản khác",
      set: {
        "KC_ThongTin!B12": "ban-cu",
      },
      expect: ["KC_ThongTin!B12"],
    },
  ],
} satisfies RuleCases;
