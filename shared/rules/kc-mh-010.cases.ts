import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-MH-010",
  cases: [
    {
      name: "đúng mức",
      set: {
        "KC_ThongTin!B7": "15/10/2018",
        "KC_DuToan!B5": "Tiền ăn học viên",
        "KC_DuToan!C5": "người/ngày",
        "KC_DuToan!D5": 2,
        "KC_DuToan!E5": 30000,
        "KC_DuToan!G5": 100000,
      },
      expect: [],
    },
    {
      name: "vượt mức",
      set: {
        "KC_ThongTin!B7": "15/10/2018",
        "KC_DuToan!B5": "Tiền ăn cho học viên",
        "KC_DuToan!C5": "ngày",
        "KC_DuToan!D5": 2,
        "KC_DuToan!E5": 50000,
        "KC_DuToan!G5": 100000,
      },
      expect: ["KC_DuToan!E5"],
      differenceDong: 20000,
    },
  ],
} satisfies RuleCases;
