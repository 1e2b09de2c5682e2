import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-MH-011",
  cases: [
    {
      name: "đúng mức một tháng",
      set: {
        "KC_ThongTin!B7": "15/10/2025",
        "KC_DuToan!B5": "Chuyên gia tư vấn",
        "KC_DuToan!C5": "tháng",
        "KC_DuToan!D5": 2,
        "KC_DuToan!E5": 70000000,
        "KC_DuToan!G5": 100000,
      },
      expect: [],
    },
    {
      name: "một ngày, hơn một phần 26",
      set: {
        "KC_ThongTin!B7": "15/10/2025",
        "KC_DuToan!B5": "Chuyên gia tư vấn",
        "KC_DuToan!C5": "ngày công",
        "KC_DuToan!D5": 2,
        "KC_DuToan!E5": 2692308,
        "KC_DuToan!G5": 100000,
      },
      expect: ["KC_DuToan!E5"],
      differenceDong: 1,
    },
    {
      name: "vượt mức một tháng",
      set: {
        "KC_ThongTin!B7": "15/10/2025",
        "KC_DuToan!B5": "Chuyên gia tư vấn",
        "KC_DuToan!C5": "tháng",
        "KC_DuToan!D5": 2,
        "KC_DuToan!E5": 80000000,
        "KC_DuToan!G5": 100000,
      },
      expect: ["KC_DuToan!E5"],
      differenceDong: 10000000,
    },
    {
      name: "trước khi có mức này",
      set: {
        "KC_ThongTin!B7": "15/10/2018",
        "KC_DuToan!B5": "Chuyên gia tư vấn",
        "KC_DuToan!C5": "tháng",
        "KC_DuToan!D5": 2,
        "KC_DuToan!E5": 80000000,
        "KC_DuToan!G5": 100000,
      },
      expect: [],
    },
  ],
} satisfies RuleCases;
