import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DA-004",
  cases: [
    {
      name: "kế hoạch đúng",
      set: {},
      expect: [],
    },
    {
      name: "chữ thường vẫn nhận",
      set: {
        "KC_DeAn!D5": "may-moc",
      },
      expect: [],
    },
    {
      name: "mã lạ",
      set: {
        "KC_DeAn!D5": "MAY-BAY",
      },
      expect: ["KC_DeAn!D5"],
      fix: null,
    },
    {
      name: "viết cách khác",
      set: { "KC_DeAn!D5": "máy móc" },
      expect: ["KC_DeAn!D5"],
      fix: "MAY-MOC",
    },
  ],
} satisfies RuleCases;
