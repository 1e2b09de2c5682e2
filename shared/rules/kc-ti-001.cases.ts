import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-TI-001",
  cases: [
    {
      name: "kế hoạch đúng",
      set: {},
      expect: [],
    },
    {
      name: "thiếu tỉnh và năm",
      set: {
        "KC_ThongTin!B4": null,
        "KC_ThongTin!B6": null,
      },
      expect: ["KC_ThongTin!B4", "KC_ThongTin!B6"],
    },
    {
      name: "chỉ có dấu cách",
      set: {
        "KC_ThongTin!B5": "  ",
      },
      expect: ["KC_ThongTin!B5"],
    },
  ],
} satisfies RuleCases;
