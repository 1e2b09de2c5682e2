import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DA-030",
  cases: [
    {
      name: "đủ kết quả",
      set: { "KC_DeAn!S5": "Tăng 20 lao động", "KC_DeAn!S6": "5 triệu viên/năm" },
      expect: [],
    },
    {
      name: "thiếu ở một đề án",
      set: { "KC_DeAn!S5": "Tăng 20 lao động" },
      expect: ["KC_DeAn!S6"],
      severity: "info",
    },
  ],
} satisfies RuleCases;
