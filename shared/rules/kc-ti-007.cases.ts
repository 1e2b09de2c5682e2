import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-TI-007",
  cases: [
    { name: "tên mới", set: { "KC_ThongTin!B4": "Lào Cai", "KC_ThongTin!B7": "01/07/2025" }, expect: [] },
    {
      name: "tên cũ từ 01/07/2025",
      set: { "KC_ThongTin!B4": "Tỉnh Yên Bái", "KC_ThongTin!B7": "01/07/2025" },
      expect: ["KC_ThongTin!B4"],
      severity: "warning",
      fix: "Lào Cai",
    },
    {
      name: "tên cũ, một ngày trước khi sáp nhập",
      set: { "KC_ThongTin!B4": "Yên Bái", "KC_ThongTin!B7": "30/06/2025" },
      expect: [],
    },
  ],
} satisfies RuleCases;
