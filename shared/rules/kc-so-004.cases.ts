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
      name: "miền của công thức có chính ô ấy mà không có lỗi nào khác: vẫn báo",
      set: { "KC_DuToan!F5": { value: "#VALUE!", formula: "=SUM(F4:F6)" } },
      expect: ["KC_DuToan!F5"],
      stale: true,
    },
    {
      name: "lỗi gốc nằm dưới trong cùng miền: ô tính theo nó không báo",
      set: {
        "KC_DuToan!F5": { value: "#VALUE!", formula: "=SUM(F5:F6)" },
        "KC_DuToan!F6": { value: "#REF!", formula: "=1" },
      },
      expect: ["KC_DuToan!F6"],
      stale: true,
    },
    {
      name: "lỗi gốc nằm trên trong cùng miền: ô tính theo nó không báo",
      set: {
        "KC_DuToan!F5": { value: "#REF!", formula: "=1" },
        "KC_DuToan!F6": { value: "#VALUE!", formula: "=SUM(F5:F6)" },
      },
      expect: ["KC_DuToan!F5"],
      stale: true,
    },
    {
      name: "lỗi nằm ngay ngoài miền không giải thích gì",
      set: {
        "KC_DuToan!F5": { value: "#VALUE!", formula: "=SUM(F7:F9,E6:E6)" },
        "KC_DuToan!F6": { value: "#VALUE!", formula: "=SUM(F2:F4,G5:G6)" },
      },
      expect: ["KC_DuToan!F5", "KC_DuToan!F6"],
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
