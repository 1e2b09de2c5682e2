import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-NC-001",
  cases: [
    {
      name: "đủ lương tối thiểu",
      set: {
        "KC_ThongTin!B7": "01/01/2026",
        "KC_DuToan!B5": "Nhân công lắp đặt",
        "KC_DuToan!C5": "công",
        "KC_DuToan!D5": 2,
        "KC_DuToan!E5": 142307,
        "KC_DuToan!G5": 100000,
      },
      expect: [],
    },
    {
      name: "thấp hơn một đồng",
      set: {
        "KC_ThongTin!B7": "01/01/2026",
        "KC_DuToan!B5": "Nhân công lắp đặt",
        "KC_DuToan!C5": "ngày công",
        "KC_DuToan!D5": 2,
        "KC_DuToan!E5": 142306,
        "KC_DuToan!G5": 100000,
      },
      expect: ["KC_DuToan!E5"],
      differenceDong: -1,
    },
    {
      name: "chưa có số liệu lương tối thiểu",
      set: {
        "KC_ThongTin!B7": "15/10/2018",
        "KC_DuToan!B5": "Nhân công lắp đặt",
        "KC_DuToan!C5": "công",
        "KC_DuToan!D5": 2,
        "KC_DuToan!E5": 1000,
        "KC_DuToan!G5": 100000,
      },
      expect: [],
    },
  ],
} satisfies RuleCases;
