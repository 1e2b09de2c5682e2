import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DA-014",
  cases: [
    {
      name: "kế hoạch đúng",
      set: {},
      expect: [],
    },
    {
      name: "không có dòng dự toán",
      set: {
        "KC_DuToan!A6": "DA01",
      },
      expect: ["KC_DeAn!M6"],
    },
  ],
} satisfies RuleCases;
