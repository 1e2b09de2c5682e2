import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-NK-014",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "dương",
      set: { "KC_ThongTin!B7": "01/07/2026" },
      beside: {
        KC_DinhMuc: table(
          ["Mã định mức", "Tên dịch vụ", "Loại hao phí", "Hao phí", "Đơn vị tính", "Định mức"],
          ["QN.01", "Tư vấn", "NC", "Chuyên viên", "công", 2],
        ),
      },
      expect: [],
    },
    {
      name: "âm",
      set: { "KC_ThongTin!B7": "01/07/2026" },
      beside: {
        KC_DinhMuc: table(
          ["Mã định mức", "Tên dịch vụ", "Loại hao phí", "Hao phí", "Đơn vị tính", "Định mức"],
          ["QN.01", "Tư vấn", "NC", "Chuyên viên", "công", -1],
        ),
      },
      expect: ["KC_DinhMuc!F5"],
    },
  ],
} satisfies RuleCases;
