import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-SO-021",
  cases: [
    { name: "kế hoạch đúng", set: {}, expect: [] },
    {
      name: "ngày bắt đầu là chữ",
      set: { "KC_DeAn!K5": "01/03/2018" },
      expect: ["KC_DeAn!K5"],
      severity: "info",
      fix: 43160,
    },
    { name: "không phải ngày là việc của quy tắc khác", set: { "KC_DeAn!K5": "tháng 3" }, expect: [] },
  ],
} satisfies RuleCases;
