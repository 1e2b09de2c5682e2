import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-TI-009",
  cases: [
    { name: "đủ số đồng", set: { "KC_ThongTin!B8": 800000000 }, expect: [] },
    { name: "ghi theo triệu", set: { "KC_ThongTin!B8": 800 }, expect: ["KC_ThongTin!B8"] },
    { name: "đúng một triệu", set: { "KC_ThongTin!B9": 1000000 }, expect: [] },
    { name: "thiếu một đồng", set: { "KC_ThongTin!B9": 999999 }, expect: ["KC_ThongTin!B9"] },
  ],
} satisfies RuleCases;
