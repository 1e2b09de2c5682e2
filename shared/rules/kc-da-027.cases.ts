import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DA-027",
  cases: [
    { name: "không ưu tiên", set: {}, expect: [] },
    {
      name: "ưu tiên không nêu lý do",
      set: { "KC_DeAn!H5": "UT" },
      expect: ["KC_DeAn!U5"],
      severity: "info",
    },
    { name: "có lý do", set: { "KC_DeAn!H5": "UT", "KC_DeAn!U5": "Xã biên giới" }, expect: [] },
  ],
} satisfies RuleCases;
