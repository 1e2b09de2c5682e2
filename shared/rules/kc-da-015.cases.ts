import type { RuleCases } from "./cases.ts";

const HA_NOI = {
  "KC_ThongTin!B4": "Hà Nội",
  "KC_ThongTin!B7": "15/10/2025",
  "KC_DeAn!G6": "Xã Bát Tràng",
};

export default {
  rule: "KC-DA-015",
  cases: [
    {
      name: "phường của Hà Nội từ 15/10/2025",
      set: { ...HA_NOI, "KC_DeAn!G5": "Phường Sơn Tây" },
      expect: ["KC_DeAn!G5"],
      severity: "warning",
    },
    {
      name: "một ngày trước khi Nghị định 235 có hiệu lực",
      set: { ...HA_NOI, "KC_ThongTin!B7": "14/10/2025", "KC_DeAn!G5": "Phường Sơn Tây" },
      expect: [],
    },
    { name: "xã của Hà Nội", set: { ...HA_NOI, "KC_DeAn!G5": "Xã Phú Xuyên" }, expect: [] },
    {
      name: "làng nghề trong phường",
      set: { ...HA_NOI, "KC_DeAn!G5": "Phường Sơn Tây (làng nghề)" },
      expect: [],
    },
    {
      name: "phường của tỉnh",
      set: { "KC_ThongTin!B7": "15/10/2025", "KC_DeAn!G5": "Phường Hồng Gai" },
      expect: [],
    },
    {
      name: "tỉnh ghi trong địa bàn thắng tỉnh của kế hoạch",
      set: { ...HA_NOI, "KC_DeAn!G5": "Phường Hồng Gai, Quảng Ninh" },
      expect: [],
    },
    {
      name: "Đồng Nai là thành phố từ 30/04/2026",
      set: { ...HA_NOI, "KC_ThongTin!B7": "30/04/2026", "KC_DeAn!G5": "P. Biên Hòa, Đồng Nai" },
      expect: ["KC_DeAn!G5"],
    },
    {
      name: "ngày 29/04/2026 Đồng Nai còn là tỉnh",
      set: { ...HA_NOI, "KC_ThongTin!B7": "29/04/2026", "KC_DeAn!G5": "P. Biên Hòa, Đồng Nai" },
      expect: [],
    },
    {
      name: "sản xuất sạch hơn không hạn chế địa bàn",
      set: { ...HA_NOI, "KC_DeAn!D5": "SXSH", "KC_DeAn!G5": "Phường Sơn Tây" },
      expect: [],
    },
  ],
} satisfies RuleCases;
