import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-NV-008",
  cases: [
    { name: "kế hoạch đúng", set: {}, expect: [] },
    { name: "hỗ trợ bằng 0", set: { "KC_DuToan!G6": 0 }, expect: ["KC_DeAn!O6"], severity: "info" },
  ],
} satisfies RuleCases;
