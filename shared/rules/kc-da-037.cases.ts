import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DA-037",
  cases: [
    { name: "mô hình mới", set: {}, expect: [] },
    {
      name: "nhân rộng có nguồn",
      set: { "KC_DeAn!D6": "MO-HINH-NHAN-RONG", "KC_DeAn!W6": "DA03 năm 2016, Quảng Ninh" },
      expect: [],
    },
    { name: "nhân rộng không nguồn", set: { "KC_DeAn!D6": "MO-HINH-NHAN-RONG" }, expect: ["KC_DeAn!W6"] },
  ],
} satisfies RuleCases;
