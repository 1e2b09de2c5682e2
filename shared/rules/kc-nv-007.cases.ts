import type { RuleCases } from "./cases.ts";

const MANAGING = {
  "KC_ThongTin!B8": 800000000,
  "KC_DeAn!A7": "DA03",
  "KC_DeAn!B7": "Quản lý chương trình",
  "KC_DeAn!C7": 9,
  "KC_DeAn!D7": "QUAN-LY-CO-QUAN",
  "KC_DeAn!E7": "QG",
  "KC_DeAn!F7": 1,
  "KC_DuToan!A7": "DA03",
  "KC_DuToan!B7": "Kiểm tra, nghiệm thu",
  "KC_DuToan!C7": "năm",
  "KC_DuToan!D7": 1,
  "KC_DuToan!F7": { formula: "=KC.THANHTIEN(D7,E7)" },
};

export default {
  rule: "KC-NV-007",
  cases: [
    {
      name: "đúng 1,5 %",
      set: { ...MANAGING, "KC_DuToan!E7": 12000000, "KC_DuToan!G7": 12000000 },
      expect: [],
    },
    {
      name: "hơn một đồng",
      set: { ...MANAGING, "KC_DuToan!E7": 12000001, "KC_DuToan!G7": 12000001 },
      expect: ["KC_DeAn!O7"],
      severity: "error",
      differenceDong: 1,
    },
    {
      name: "tỷ lệ chưa đối chiếu chỉ cảnh báo",
      set: {
        ...MANAGING,
        "KC_ThongTin!B7": "11/05/2018",
        "KC_DuToan!E7": 12000001,
        "KC_DuToan!G7": 12000001,
      },
      expect: ["KC_DeAn!O7"],
      severity: "warning",
    },
  ],
} satisfies RuleCases;
