import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DT-002",
  cases: [
    {
      name: "kế hoạch đúng",
      set: {},
      expect: [],
    },
    {
      name: "đơn giá là chữ mơ hồ",
      set: {
        "KC_DuToan!E5": "1.234",
      },
      expect: ["KC_DuToan!E5"],
    },
    {
      name: "lẻ dưới một đồng",
      set: {
        "KC_DuToan!G5": 0.5,
      },
      expect: ["KC_DuToan!G5"],
    },
    {
      name: "số lượng quá mịn",
      set: {
        "KC_DuToan!D5": 1e-7,
      },
      expect: ["KC_DuToan!D5"],
    },
  ],
} satisfies RuleCases;
