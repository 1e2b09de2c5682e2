import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DT-007",
  cases: [
    {
      name: "kế hoạch đúng",
      set: {},
      expect: [],
    },
    {
      name: "giống hệt",
      set: {
        "KC_DuToan!A6": "DA01",
        "KC_DuToan!B6": "Máy ép",
        "KC_DuToan!D6": 1,
        "KC_DuToan!E6": 400000000,
      },
      expect: ["KC_DuToan!B6"],
    },
  ],
} satisfies RuleCases;
