import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DA-033",
  cases: [
    {
      name: "trước sáp nhập",
      set: { "KC_ThongTin!B7": "30/06/2025", "KC_DeAn!G5": "Xã Xuân Ái, Yên Bái" },
      expect: [],
    },
    {
      name: "tên cũ",
      set: { "KC_ThongTin!B7": "01/07/2025", "KC_DeAn!G5": "Xã Xuân Ái, Yên Bái" },
      expect: ["KC_DeAn!G5"],
      fix: "Xã Xuân Ái, Lào Cai",
    },
    {
      name: "tên mới",
      set: { "KC_ThongTin!B7": "01/07/2025", "KC_DeAn!G5": "Xã Xuân Ái, Lào Cai" },
      expect: [],
    },
  ],
} satisfies RuleCases;
