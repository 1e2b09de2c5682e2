import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DT-014",
  cases: [
    { name: "kế hoạch đúng", set: {}, expect: [] },
    { name: "dự phòng", set: { "KC_DuToan!B5": "Dự phòng phí" }, expect: ["KC_DuToan!B5"] },
    {
      name: "chi khác không dùng khuyến công",
      set: { "KC_DuToan!B5": "Chi khác", "KC_DuToan!G5": 0 },
      expect: [],
    },
    { name: "chi khác", set: { "KC_DuToan!B6": "Các khoản chi khác…" }, expect: ["KC_DuToan!B6"] },
  ],
} satisfies RuleCases;
