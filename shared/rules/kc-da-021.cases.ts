import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DA-021",
  cases: [
    { name: "gạch không nung", set: {}, expect: [] },
    { name: "lò vòng", set: { "KC_DeAn!B6": "Cải tạo lò vòng sản xuất gạch" }, expect: ["KC_DeAn!B6"] },
    {
      name: "lò thủ công ở ngành nghề",
      set: { "KC_DeAn!J5": "Gạch nung lò thủ công cải tiến" },
      expect: ["KC_DeAn!B5"],
    },
    {
      name: "thay thế lò thủ công",
      set: { "KC_DeAn!B6": "Gạch không nung thay thế lò thủ công" },
      expect: [],
    },
  ],
} satisfies RuleCases;
