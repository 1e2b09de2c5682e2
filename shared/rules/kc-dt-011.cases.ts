import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DT-011",
  cases: [
    { name: "kế hoạch đúng", set: {}, expect: [] },
    {
      name: "dòng cộng bằng tổng",
      set: {
        "KC_DuToan!A6": "DA01",
        "KC_DuToan!B6": "Cộng",
        "KC_DuToan!C6": "đồng",
        "KC_DuToan!D6": 1,
        "KC_DuToan!E6": 400000000,
        "KC_DuToan!G6": 0,
      },
      expect: ["KC_DuToan!B6"],
      severity: "error",
      differenceDong: 400000000,
    },
    {
      name: "dòng cộng khác tổng",
      set: {
        "KC_DuToan!A6": "DA01",
        "KC_DuToan!B6": "Tổng cộng (A)",
        "KC_DuToan!C6": "đồng",
        "KC_DuToan!D6": 1,
        "KC_DuToan!E6": 1000,
        "KC_DuToan!G6": 0,
      },
      expect: ["KC_DuToan!B6"],
      severity: "warning",
    },
    {
      name: "cộng tác viên không phải dòng cộng",
      set: { "KC_DuToan!B6": "Cộng tác viên khuyến công" },
      expect: [],
    },
  ],
} satisfies RuleCases;
