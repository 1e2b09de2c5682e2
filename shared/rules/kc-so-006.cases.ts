import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-SO-006",
  cases: [
    {
      name: "kế hoạch đúng",
      set: {},
      expect: [],
    },
    {
      name: "liên kết ngoài",
      set: {},
      expect: ["KC_ThongTin"],
      externalLinks: ["gia-2017.xlsx"],
    },
  ],
} satisfies RuleCases;
