import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DT-001",
  cases: [
    {
      name: "kế hoạch đúng",
      set: {},
      expect: [],
    },
    {
      name: "thiếu đơn giá",
      set: {
        "KC_DuToan!E5": null,
      },
      expect: ["KC_DuToan!E5"],
    },
    {
      name: "khuyến công ghi 0",
      set: {
        "KC_DuToan!G5": 0,
      },
      expect: [],
    },
  ],
} satisfies RuleCases;
