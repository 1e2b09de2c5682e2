import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DA-002",
  cases: [
    {
      name: "kế hoạch đúng",
      set: {},
      expect: [],
    },
    {
      name: "số lượng là chữ",
      set: {
        "KC_DeAn!F5": "một",
      },
      expect: ["KC_DeAn!F5"],
    },
    {
      name: "số lượng là chữ số trong dấu nháy",
      set: { "KC_DeAn!F5": "2" },
      expect: ["KC_DeAn!F5"],
      fix: 2,
    },
    {
      name: "ngày sai",
      set: {
        "KC_DeAn!K5": "32/01/2018",
      },
      expect: ["KC_DeAn!K5"],
    },
  ],
} satisfies RuleCases;
