import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-TI-003",
  cases: [
    {
      name: "kế hoạch đúng",
      set: {},
      expect: [],
    },
    {
      name: "tên không dấu",
      set: {
        "KC_ThongTin!B4": "Quang Ninh",
      },
      expect: [],
    },
    {
      name: "mã tỉnh",
      set: {
        "KC_ThongTin!B4": "22",
      },
      expect: [],
    },
    {
      name: "tỉnh trước sáp nhập",
      set: {
        "KC_ThongTin!B4": "Bình Định",
      },
      expect: [],
    },
    {
      name: "không có tỉnh này",
      set: {
        "KC_ThongTin!B4": "Quảng Xyz",
      },
      expect: ["KC_ThongTin!B4"],
    },
  ],
} satisfies RuleCases;
