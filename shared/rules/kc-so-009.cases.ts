import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-SO-009",
  cases: [
    {
      name: "kế hoạch đúng",
      set: {},
      expect: [],
    },
    {
      name: "tên bằng phông .VnTime",
      set: {
        "KC_DeAn!B5": {
          value: "M¸y Ðp",
          font: ".VnTime",
        },
      },
      expect: ["KC_DeAn!B5"],
    },
  ],
} satisfies RuleCases;
