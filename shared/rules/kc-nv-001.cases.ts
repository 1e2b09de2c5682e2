import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-NV-001",
  cases: [
    {
      name: "kế hoạch đúng",
      set: {},
      expect: [],
    },
    {
      name: "đóng góp bị gõ sai",
      set: {
        "KC_DuToan!H5": {
          value: 100000000,
        },
      },
      expect: ["KC_DuToan!F5"],
      differenceDong: 100000000,
    },
  ],
} satisfies RuleCases;
