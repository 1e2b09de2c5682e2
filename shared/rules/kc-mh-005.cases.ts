import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-MH-005",
  cases: [
    {
      name: "đúng mức",
      set: {
        "KC_ThongTin!B7": "15/10/2018",
        "KC_DuToan!B5": "Đào tạo nghề may",
        "KC_DuToan!C5": "người",
        "KC_DuToan!D5": 2,
        "KC_DuToan!E5": 6000000,
        "KC_DuToan!G5": 100000,
      },
      expect: [],
    },
    {
      name: "hơn một đồng",
      set: {
        "KC_ThongTin!B7": "15/10/2018",
        "KC_DuToan!B5": "Đào tạo nghề may",
        "KC_DuToan!C5": "học viên",
        "KC_DuToan!D5": 2,
        "KC_DuToan!E5": 6000001,
        "KC_DuToan!G5": 100000,
      },
      expect: ["KC_DuToan!E5"],
      severity: "warning",
      differenceDong: 1,
    },
    {
      name: "tính theo lớp thì không so",
      set: {
        "KC_ThongTin!B7": "15/10/2018",
        "KC_DuToan!B5": "Đào tạo nghề may",
        "KC_DuToan!C5": "lớp",
        "KC_DuToan!D5": 2,
        "KC_DuToan!E5": 60000000,
        "KC_DuToan!G5": 100000,
      },
      expect: [],
    },
  ],
} satisfies RuleCases;
