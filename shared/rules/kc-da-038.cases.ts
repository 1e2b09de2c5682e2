import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DA-038",
  cases: [
    { name: "nguồn năm trước", set: { "KC_DeAn!W6": "DA01 năm 2016, Quảng Ninh" }, expect: [] },
    { name: "nguồn là đề án trong sổ", set: { "KC_DeAn!W6": "DA01" }, expect: ["KC_DeAn!W6"] },
  ],
} satisfies RuleCases;
