import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-SO-016",
  cases: [
    { name: "kế hoạch đúng", set: {}, expect: [] },
    {
      name: "ngày tính là TODAY",
      set: { "KC_ThongTin!B7": { value: 43115, formula: "=TODAY()" } },
      stale: true,
      expect: ["KC_ThongTin!B7"],
    },
    {
      name: "số ngẫu nhiên",
      set: { "KC_DuToan!D5": { value: 1, formula: "=ROUND(RAND(),0)" } },
      stale: true,
      expect: ["KC_DuToan!D5"],
    },
    {
      name: "chữ TODAY trong ngoặc kép",
      set: { "KC_DuToan!J5": { value: "x", formula: '="TODAY()"' } },
      stale: true,
      expect: [],
    },
  ],
} satisfies RuleCases;
