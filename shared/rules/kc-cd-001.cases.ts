import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-CD-001",
  cases: [
    { name: "kế hoạch đúng", set: {}, expect: [] },
    {
      name: "hai trang lệch nhau",
      set: { "KC_DuToan!C6": "mô hình", "KC_DuToan!D6": 2 },
      expect: ["KC_DeAn!F6"],
    },
    {
      name: "hai trang khớp",
      set: { "KC_DuToan!C6": "Mô hình", "KC_DeAn!F6": 2, "KC_DuToan!D6": 2 },
      expect: [],
    },
    { name: "đơn vị tính khác thì không so", set: { "KC_DuToan!C6": "bộ", "KC_DuToan!D6": 7 }, expect: [] },
  ],
} satisfies RuleCases;
