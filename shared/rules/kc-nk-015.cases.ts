import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-NK-015",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "hao hụt của vật liệu",
      set: { "KC_ThongTin!B7": "01/07/2026" },
      beside: {
        KC_DinhMuc: table(
          ["Mã định mức", "Tên dịch vụ", "Loại hao phí", "Hao phí", "Đơn vị tính", "Định mức", "Hao hụt %"],
          ["QN.01", "Tư vấn", "NC", "Chuyên viên", "công", 2, null],
          ["QN.01", null, "VL", "Giấy A4", "ram", 1, 5],
        ),
      },
      expect: [],
    },
    {
      name: "hao hụt của nhân công",
      set: { "KC_ThongTin!B7": "01/07/2026" },
      beside: {
        KC_DinhMuc: table(
          ["Mã định mức", "Tên dịch vụ", "Loại hao phí", "Hao phí", "Đơn vị tính", "Định mức", "Hao hụt %"],
          ["QN.01", "Tư vấn", "NC", "Chuyên viên", "công", 2, 5],
        ),
      },
      expect: ["KC_DinhMuc!G5"],
    },
  ],
} satisfies RuleCases;
