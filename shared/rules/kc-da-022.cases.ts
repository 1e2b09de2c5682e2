import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DA-022",
  cases: [
    { name: "ngành khác", set: { "KC_DeAn!J5": "Gốm sứ" }, expect: [] },
    {
      name: "khoáng sản không ưu tiên",
      set: { "KC_DeAn!J5": "Chế biến khoáng sản" },
      expect: ["KC_DeAn!J5"],
    },
    {
      name: "khoáng sản ở địa bàn ưu tiên",
      set: { "KC_DeAn!J5": "Khai thác khoáng sản", "KC_DeAn!H5": "UT" },
      expect: [],
    },
  ],
} satisfies RuleCases;
