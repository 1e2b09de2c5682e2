import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DA-025",
  cases: [
    {
      name: "bình chọn khu vực nguồn quốc gia",
      set: { "KC_DeAn!D5": "BINH-CHON-KV", "KC_DeAn!C5": 4 },
      expect: [],
    },
    {
      name: "thưởng quốc gia bằng nguồn địa phương",
      set: { "KC_DeAn!D6": "THUONG-QG", "KC_DeAn!C6": 4 },
      expect: ["KC_DeAn!E6"],
    },
  ],
} satisfies RuleCases;
