import type { RuleCases } from "./cases.ts";

/** Four đề án: two of the base plan (400 and 1.000 million) and two more of 500 million. */
const FOUR = {
  "KC_DeAn!A7": "DA03",
  "KC_DeAn!B7": "Máy sấy chè",
  "KC_DeAn!D7": "MAY-MOC",
  "KC_DeAn!A8": "DA04",
  "KC_DeAn!B8": "Máy đóng gói miến",
  "KC_DeAn!D8": "MAY-MOC",
  "KC_DuToan!A7": "DA03",
  "KC_DuToan!B7": "Máy sấy",
  "KC_DuToan!C7": "máy",
  "KC_DuToan!D7": 1,
  "KC_DuToan!E7": 500_000_000,
  "KC_DuToan!F7": 500_000_000,
  "KC_DuToan!G7": 100_000_000,
  "KC_DuToan!A8": "DA04",
  "KC_DuToan!B8": "Máy đóng gói",
  "KC_DuToan!C8": "máy",
  "KC_DuToan!D8": 1,
  "KC_DuToan!E8": 500_000_000,
  "KC_DuToan!F8": 500_000_000,
  "KC_DuToan!G8": 100_000_000,
};

export default {
  rule: "KC-DA-039",
  cases: [
    { name: "kế hoạch đúng", set: {}, expect: [] },
    { name: "bốn đề án cùng cỡ", set: FOUR, expect: [] },
    {
      name: "đề án một triệu đồng giữa hai đề án: chưa biết",
      set: { "KC_DuToan!E5": 1_000_000, "KC_DuToan!G5": 500_000 },
      expect: [],
    },
    {
      name: "đề án dưới một triệu đồng",
      set: { "KC_DuToan!E5": 999_999, "KC_DuToan!G5": 400_000 },
      expect: ["KC_DeAn!M5"],
      severity: "warning",
    },
    {
      name: "cả đề án ghi theo nghìn đồng, các đề án khác gấp trăm lần",
      set: { ...FOUR, "KC_DuToan!E5": 5_000_000, "KC_DuToan!G5": 2_000_000 },
      expect: ["KC_DeAn!M5"],
    },
    {
      name: "kém gần trăm lần: có thể là đề án nhỏ thật",
      set: { ...FOUR, "KC_DuToan!E5": 5_000_001, "KC_DuToan!G5": 2_000_000 },
      expect: [],
    },
  ],
} satisfies RuleCases;
