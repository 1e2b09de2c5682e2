import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DA-001",
  cases: [
    {
      name: "kế hoạch đúng",
      set: {},
      expect: [],
    },
    {
      name: "thiếu tên",
      set: {
        "KC_DeAn!B5": null,
      },
      expect: ["KC_DeAn!B5"],
    },
    {
      name: "thiếu loại và nguồn",
      set: {
        "KC_DeAn!D6": null,
        "KC_DeAn!E6": " ",
      },
      expect: ["KC_DeAn!D6", "KC_DeAn!E6"],
    },
  ],
} satisfies RuleCases;
