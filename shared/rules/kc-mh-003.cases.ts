import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-MH-003",
  cases: [
    { name: "mức đã đối chiếu", set: {}, expect: [] },
    { name: "từ 11/05/2018", set: { "KC_ThongTin!B7": "11/05/2018" }, expect: ["KC_DeAn"], severity: "info" },
  ],
} satisfies RuleCases;
