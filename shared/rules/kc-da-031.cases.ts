import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DA-031",
  cases: [
    {
      name: "trước khi kết thúc cấp huyện",
      set: { "KC_ThongTin!B7": "30/06/2025", "KC_DeAn!G5": "Huyện Bình Liêu" },
      expect: [],
    },
    {
      name: "huyện",
      set: { "KC_ThongTin!B7": "01/07/2025", "KC_DeAn!G5": "Huyện Bình Liêu" },
      expect: ["KC_DeAn!G5"],
    },
    {
      name: "thị xã kèm tỉnh",
      set: { "KC_ThongTin!B7": "01/07/2025", "KC_DeAn!G5": "TX. Quảng Yên, Quảng Ninh" },
      expect: ["KC_DeAn!G5"],
    },
    {
      name: "thành phố trực thuộc trung ương",
      set: { "KC_ThongTin!B7": "01/07/2025", "KC_DeAn!G5": "Thành phố Hải Phòng" },
      expect: [],
    },
    { name: "xã", set: { "KC_ThongTin!B7": "01/07/2025", "KC_DeAn!G5": "Xã Bình Liêu" }, expect: [] },
  ],
} satisfies RuleCases;
