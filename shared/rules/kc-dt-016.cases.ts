import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DT-016",
  cases: [
    { name: "kế hoạch đúng", set: {}, expect: [] },
    { name: "đổi chỗ", set: { "KC_DuToan!D5": 400000000, "KC_DuToan!E5": 1 }, expect: ["KC_DuToan!D5"] },
    {
      name: "một trăm nghìn tờ rơi giá 2.000 đồng",
      set: { "KC_DuToan!D5": 100000, "KC_DuToan!E5": 2000, "KC_DuToan!G5": 0 },
      expect: [],
    },
  ],
} satisfies RuleCases;
