import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-SO-013",
  cases: [
    { name: "hiện đủ", set: { "KC_DuToan!D5": { value: 1.25, format: "0.00" } }, expect: [] },
    {
      name: "che mất phần lẻ",
      set: { "KC_DuToan!D5": { value: 1.25, format: "#,##0" } },
      expect: ["KC_DuToan!D5"],
    },
    {
      name: "che một chữ số",
      set: { "KC_DuToan!D5": { value: 1.25, format: "0.0" } },
      expect: ["KC_DuToan!D5"],
    },
    { name: "ngày có giờ", set: { "KC_DeAn!K5": { value: 43160.5, format: "dd/mm/yyyy" } }, expect: [] },
  ],
} satisfies RuleCases;
