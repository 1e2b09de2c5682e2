import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-SO-001",
  cases: [
    { name: "kế hoạch đúng", set: {}, expect: [] },
    {
      name: "thiếu trang dự toán",
      set: {},
      without: ["KC_DuToan"],
      expect: ["KC_DuToan"],
      severity: "error",
    },
    { name: "thiếu trang không bắt buộc", set: {}, without: ["KC_SanPham", "KC_TienDo"], expect: [] },
  ],
} satisfies RuleCases;
