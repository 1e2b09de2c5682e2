import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DA-036",
  cases: [
    {
      name: "cùng ngành nghề",
      set: { "KC_DeAn!V5": "DA02", "KC_DeAn!V6": "DA01", "KC_DeAn!J5": "Gốm sứ", "KC_DeAn!J6": "gom su" },
      expect: [],
    },
    {
      name: "không có gì chung",
      set: {
        "KC_DeAn!V5": "DA02",
        "KC_DeAn!V6": "DA01",
        "KC_DeAn!J5": "Gốm sứ",
        "KC_DeAn!J6": "Chế biến gỗ",
      },
      expect: ["KC_DeAn!V5", "KC_DeAn!V6"],
    },
  ],
} satisfies RuleCases;
