import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-NK-004",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "đủ",
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
      name: "thiếu đơn vị tính",
      set: { "KC_ThongTin!B7": "01/07/2026" },
      beside: {
        KC_DinhMuc: table(
          ["Mã định mức", "Tên dịch vụ", "Loại hao phí", "Hao phí", "Đơn vị tính", "Định mức"],
          ["QN.01", "Tư vấn", "NC", "Chuyên viên", null, 2],
        ),
      },
      expect: ["KC_DinhMuc!E5"],
    },
    {
      name: "thiếu nguồn giá",
      set: {},
      beside: {
        KC_DonGia: table(
          ["Loại hao phí", "Hao phí", "Đơn vị tính", "Đơn giá", "Áp dụng từ ngày", "Nguồn giá"],
          ["VL", "Giấy A4", "ram", 70000, "01/01/2018", null],
        ),
      },
      expect: ["KC_DonGia!F5"],
    },
  ],
} satisfies RuleCases;
