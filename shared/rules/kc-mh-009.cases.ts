import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-MH-009",
  cases: [
    {
      name: "đúng mức cao nhất",
      set: {
        "KC_ThongTin!B7": "15/10/2018",
        "KC_DuToan!B5": "Tiền ăn đại biểu hội nghị",
        "KC_DuToan!C5": "người/ngày",
        "KC_DuToan!D5": 2,
        "KC_DuToan!E5": 200000,
        "KC_DuToan!G5": 100000,
      },
      expect: [],
    },
    {
      name: "vượt mức cao nhất",
      set: {
        "KC_ThongTin!B7": "15/10/2018",
        "KC_DuToan!B5": "Hội thảo: tiền ăn",
        "KC_DuToan!C5": "người/ngày",
        "KC_DuToan!D5": 2,
        "KC_DuToan!E5": 250000,
        "KC_DuToan!G5": 100000,
      },
      expect: ["KC_DuToan!E5"],
      differenceDong: 50000,
    },
  ],
} satisfies RuleCases;
