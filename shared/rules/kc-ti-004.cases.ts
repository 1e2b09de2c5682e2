import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-TI-004",
  cases: [
    {
      name: "kế hoạch đúng",
      set: {},
      expect: [],
    },
    {
      name: "năm liền trước",
      set: {
        "KC_ThongTin!B7": "31/12/2017",
      },
      expect: [],
    },
    {
      name: "hai năm trước",
      set: {
        "KC_ThongTin!B7": "31/12/2016",
      },
      expect: ["KC_ThongTin!B7"],
    },
    {
      name: "năm sau",
      set: {
        "KC_ThongTin!B7": "01/01/2019",
      },
      expect: ["KC_ThongTin!B7"],
    },
  ],
} satisfies RuleCases;
