import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-SO-014",
  cases: [
    { name: "kế hoạch đúng", set: {}, expect: [] },
    {
      name: "ô cộng chính nó",
      set: { "KC_DuToan!F5": { value: 400000000, formula: "=D5*E5+F5" } },
      stale: true,
      expect: ["KC_DuToan!F5"],
    },
    {
      name: "vòng qua hai trang",
      set: { "KC_DuToan!E5": { value: 400000000, formula: "=KC_DeAn!M5/D5" } },
      stale: true,
      expect: ["KC_DeAn!M5"],
    },
    {
      name: "hàm không phải ô",
      set: { "KC_DuToan!E5": { value: 400000000, formula: "=ROUND(E50*LOG10(10),0)" } },
      stale: true,
      expect: [],
    },
  ],
} satisfies RuleCases;
