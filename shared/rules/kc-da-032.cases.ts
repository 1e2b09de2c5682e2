import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DA-032",
  cases: [
    { name: "trong tỉnh", set: { "KC_DeAn!G5": "Đông Triều, Quảng Ninh" }, expect: [] },
    { name: "tỉnh khác", set: { "KC_DeAn!G5": "Chí Linh, Hải Dương" }, expect: ["KC_DeAn!G5"] },
    {
      name: "hội chợ ở tỉnh khác",
      set: { "KC_DeAn!D5": "GIAN-HANG", "KC_DeAn!C5": 4, "KC_DeAn!G5": "Hà Nội" },
      expect: [],
    },
  ],
} satisfies RuleCases;
