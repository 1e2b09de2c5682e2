import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DT-003",
  cases: [
    {
      name: "kế hoạch đúng",
      set: {},
      expect: [],
    },
    {
      name: "mã lạ",
      set: {
        "KC_DuToan!A5": "DA99",
      },
      expect: ["KC_DuToan!A5"],
      fix: null,
    },
    {
      name: "chỉ khác cách viết",
      set: { "KC_DuToan!A5": "da 01" },
      expect: ["KC_DuToan!A5"],
      fix: "DA01",
    },
  ],
} satisfies RuleCases;
