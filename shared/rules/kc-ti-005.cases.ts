import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-TI-005",
  cases: [
    {
      name: "ngày hiệu lực",
      set: {
        "KC_ThongTin!B7": "05/07/2012",
        "KC_ThongTin!B6": 2012,
      },
      expect: [],
    },
    {
      name: "một ngày trước",
      set: {
        "KC_ThongTin!B7": "04/07/2012",
        "KC_ThongTin!B6": 2012,
      },
      expect: ["KC_ThongTin!B7"],
    },
  ],
} satisfies RuleCases;
