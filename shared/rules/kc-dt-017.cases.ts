import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DT-017",
  cases: [
    { name: "kế hoạch đúng", set: {}, expect: [] },
    { name: "ghi theo triệu", set: { "KC_DuToan!G5": 200 }, expect: ["KC_DuToan!G5"] },
    { name: "nguồn khác ghi theo nghìn", set: { "KC_DuToan!I6": 50000 }, expect: ["KC_DuToan!I6"] },
    { name: "không hỗ trợ dòng này", set: { "KC_DuToan!G5": 0 }, expect: [] },
    { name: "khoản chi nhỏ", set: { "KC_DuToan!E5": 90000, "KC_DuToan!G5": 45000 }, expect: [] },
  ],
} satisfies RuleCases;
