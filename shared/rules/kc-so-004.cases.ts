import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-SO-004",
  cases: [
    {
      name: "kế hoạch đúng",
      set: {},
      expect: [],
    },
    {
      name: "#NAME?",
      set: {
        "KC_DuToan!F5": {
          value: "#NAME?",
          formula: "=KC.THANHTIEN(D5,E5)",
        },
      },
      expect: ["KC_DuToan!F5"],
      stale: true,
    },
    {
      name: "chỉ báo ô gốc, không báo các tổng theo sau",
      set: {
        "KC_DuToan!F5": { value: "#NAME?", formula: "=KC.THANHTIEN(D5,E5)" },
        "KC_DuToan!H5": { value: "#NAME?", formula: "=F5-G5-I5" },
        "KC_DeAn!M5": {
          value: "#NAME?",
          formula: "=SUMIFS(KC_DuToan!$F$5:$F$5004,KC_DuToan!$A$5:$A$5004,$A5)",
        },
      },
      expect: ["KC_DuToan!F5"],
      stale: true,
    },
    {
      name: "đơn giá trống đã được báo, thành tiền không báo nữa",
      set: {
        "KC_DuToan!E5": null,
        "KC_DuToan!F5": { value: "#VALUE!", formula: "=KC.THANHTIEN(D5,E5)" },
        "KC_DuToan!H5": { value: "#VALUE!", formula: "=F5-G5-I5" },
      },
      expect: [],
      stale: true,
    },
    {
      name: "#N/A ở mức tối đa được giải thích ở nơi khác",
      set: {
        "KC_DeAn!N5": {
          value: "#N/A",
          formula: "=1",
        },
      },
      expect: [],
      stale: true,
    },
  ],
} satisfies RuleCases;
