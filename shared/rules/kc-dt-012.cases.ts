import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DT-012",
  cases: [
    { name: "không có nguồn khác", set: {}, expect: [] },
    { name: "nguồn khác không tên", set: { "KC_DuToan!I5": 50000000 }, expect: ["KC_DuToan!J5"] },
    {
      name: "nguồn khác có tên",
      set: { "KC_DuToan!I5": 50000000, "KC_DuToan!J5": "Vốn vay ngân hàng" },
      expect: [],
    },
  ],
} satisfies RuleCases;
