import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-MH-006",
  cases: [
    {
      name: "đúng mức",
      set: {
        "KC_ThongTin!B7": "15/10/2018",
        "KC_DuToan!B5": "Phụ cấp lưu trú",
        "KC_DuToan!C5": "ngày",
        "KC_DuToan!D5": 2,
        "KC_DuToan!E5": 200000,
        "KC_DuToan!G5": 100000,
      },
      expect: [],
    },
    {
      name: "mức 2025 dùng cho 2018",
      set: {
        "KC_ThongTin!B7": "15/10/2018",
        "KC_DuToan!B5": "Phụ cấp lưu trú",
        "KC_DuToan!C5": "ngày",
        "KC_DuToan!D5": 2,
        "KC_DuToan!E5": 300000,
        "KC_DuToan!G5": 100000,
      },
      expect: ["KC_DuToan!E5"],
      differenceDong: 100000,
    },
    {
      name: "mức 2025 từ 04/05/2025",
      set: {
        "KC_ThongTin!B7": "04/05/2025",
        "KC_DuToan!B5": "Phụ cấp lưu trú",
        "KC_DuToan!C5": "ngày",
        "KC_DuToan!D5": 2,
        "KC_DuToan!E5": 300000,
        "KC_DuToan!G5": 100000,
      },
      expect: [],
    },
  ],
} satisfies RuleCases;
