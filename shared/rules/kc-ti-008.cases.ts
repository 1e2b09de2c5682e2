import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-TI-008",
  cases: [
    { name: "sổ mới", set: {}, expect: [] },
    { name: "mẫu cũ", set: { "KC_ThongTin!B11": "0.9.0" }, expect: ["KC_ThongTin!B11"], severity: "info" },
    { name: "không ghi phiên bản", set: { "KC_ThongTin!B11": null }, expect: [] },
  ],
} satisfies RuleCases;
