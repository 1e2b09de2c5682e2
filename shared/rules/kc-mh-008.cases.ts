import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-MH-008",
  cases: [
    {
      name: "một buổi",
      set: {
        "KC_ThongTin!B7": "15/10/2018",
        "KC_DuToan!B5": "Giải khát giữa giờ",
        "KC_DuToan!C5": "người/buổi",
        "KC_DuToan!D5": 2,
        "KC_DuToan!E5": 20000,
        "KC_DuToan!G5": 100000,
      },
      expect: [],
    },
    {
      name: "một ngày hai buổi",
      set: {
        "KC_ThongTin!B7": "15/10/2018",
        "KC_DuToan!B5": "Nước uống hội nghị",
        "KC_DuToan!C5": "người/ngày",
        "KC_DuToan!D5": 2,
        "KC_DuToan!E5": 40000,
        "KC_DuToan!G5": 100000,
      },
      expect: [],
    },
    {
      name: "vượt mức",
      set: {
        "KC_ThongTin!B7": "15/10/2018",
        "KC_DuToan!B5": "Giải khát giữa giờ",
        "KC_DuToan!C5": "suất",
        "KC_DuToan!D5": 2,
        "KC_DuToan!E5": 30000,
        "KC_DuToan!G5": 100000,
      },
      expect: ["KC_DuToan!E5"],
      differenceDong: 10000,
    },
  ],
} satisfies RuleCases;
