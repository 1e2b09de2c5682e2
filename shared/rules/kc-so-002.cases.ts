import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-SO-002",
  cases: [
    { name: "kế hoạch đúng", set: {}, expect: [] },
    {
      name: "trang trống",
      set: {},
      beside: { KC_DuToan: { A1: "Dự toán" } },
      expect: ["KC_DuToan"],
      severity: "error",
    },
  ],
} satisfies RuleCases;
