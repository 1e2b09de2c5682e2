import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-SO-003",
  cases: [
    { name: "kế hoạch đúng", set: {}, expect: [] },
    { name: "mất tiêu đề Đơn giá", set: { "KC_DuToan!E4": null }, expect: ["KC_DuToan"], severity: "error" },
    { name: "tiêu đề tiếng Anh vẫn nhận", set: { "KC_DuToan!E4": "Unit price" }, expect: [] },
  ],
} satisfies RuleCases;
