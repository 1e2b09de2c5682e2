import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DA-024",
  cases: [
    { name: "có ngành nghề", set: { "KC_DeAn!J5": "Gốm sứ", "KC_DeAn!J6": "Vật liệu xây dựng" }, expect: [] },
    {
      name: "máy móc không ghi ngành",
      set: { "KC_DeAn!J6": "Vật liệu xây dựng" },
      expect: ["KC_DeAn!J5"],
      severity: "info",
    },
    {
      name: "hội chợ không cần",
      set: { "KC_DeAn!D5": "HOI-CHO", "KC_DeAn!J6": "Vật liệu xây dựng" },
      expect: [],
    },
  ],
} satisfies RuleCases;
