import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-SO-018",
  cases: [
    { name: "kế hoạch đúng", set: {}, expect: [] },
    { name: "thêm một cột Đơn giá", set: { "KC_DuToan!M4": "Đơn giá" }, expect: ["KC_DuToan!M4"] },
    { name: "cột riêng của đơn vị", set: { "KC_DuToan!M4": "Đơn giá năm trước" }, expect: [] },
  ],
} satisfies RuleCases;
