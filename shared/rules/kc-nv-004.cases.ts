import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-NV-004",
  cases: [
    {
      name: "đúng bằng số giao",
      set: {
        "KC_ThongTin!B9": 300000000,
      },
      expect: [],
    },
    {
      name: "vượt một đồng",
      set: {
        "KC_ThongTin!B9": 299999999,
      },
      expect: ["KC_ThongTin!B9"],
      differenceDong: 1,
    },
  ],
} satisfies RuleCases;
