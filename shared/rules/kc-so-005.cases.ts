import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-SO-005",
  cases: [
    {
      name: "kế hoạch đúng",
      set: {},
      expect: [],
    },
    {
      name: "ẩn một dòng có tiền",
      set: {},
      expect: ["KC_DuToan"],
      hiddenRows: {
        KC_DuToan: [6],
      },
    },
    {
      name: "ẩn dòng trống",
      set: {},
      expect: [],
      hiddenRows: {
        KC_DuToan: [40],
      },
    },
  ],
} satisfies RuleCases;
