import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-NV-002",
  cases: [
    {
      name: "kế hoạch đúng",
      set: {},
      expect: [],
    },
    {
      name: "khuyến công vượt thành tiền",
      set: {
        "KC_DuToan!G5": 400000001,
      },
      expect: ["KC_DuToan!H5"],
      differenceDong: -1,
    },
    {
      name: "đúng bằng thành tiền",
      set: {
        "KC_DuToan!G5": 400000000,
      },
      expect: [],
    },
  ],
} satisfies RuleCases;
