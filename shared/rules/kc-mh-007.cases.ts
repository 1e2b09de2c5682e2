import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-MH-007",
  cases: [
    {
      name: "đúng mức",
      set: {
        "KC_ThongTin!B7": "15/10/2018",
        "KC_DuToan!B5": "Thù lao giảng viên",
        "KC_DuToan!C5": "buổi",
        "KC_DuToan!D5": 2,
        "KC_DuToan!E5": 2000000,
        "KC_DuToan!G5": 100000,
      },
      expect: [],
    },
    {
      name: "vượt mức",
      set: {
        "KC_ThongTin!B7": "15/10/2018",
        "KC_DuToan!B5": "Bồi dưỡng báo cáo viên",
        "KC_DuToan!C5": "buổi",
        "KC_DuToan!D5": 2,
        "KC_DuToan!E5": 2500000,
        "KC_DuToan!G5": 100000,
      },
      expect: ["KC_DuToan!E5"],
      differenceDong: 500000,
    },
    {
      name: "chưa có số liệu từ 28/10/2025",
      set: {
        "KC_ThongTin!B7": "28/10/2025",
        "KC_DuToan!B5": "Thù lao giảng viên",
        "KC_DuToan!C5": "buổi",
        "KC_DuToan!D5": 2,
        "KC_DuToan!E5": 4000000,
        "KC_DuToan!G5": 100000,
      },
      expect: [],
    },
  ],
} satisfies RuleCases;
