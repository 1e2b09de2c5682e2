import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-NK-005",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "nhân công",
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
      name: "loại lạ",
      set: { "KC_ThongTin!B7": "01/07/2026" },
      beside: {
        KC_DinhMuc: table(
          ["Mã định mức", "Tên dịch vụ", "Loại hao phí", "Hao phí", "Đơn vị tính", "Định mức"],
          ["QN.01", "Tư vấn", "TB", "Chuyên viên", "công", 2],
        ),
      },
      expect: ["KC_DinhMuc!C5"],
    },
  ],
} satisfies RuleCases;
