import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-NK-006",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "“-” là không áp dụng",
      set: { "KC_ThongTin!B7": "01/07/2026" },
      beside: {
        KC_DinhMuc: table(
          ["Mã định mức", "Tên dịch vụ", "Loại hao phí", "Hao phí", "Đơn vị tính", "Định mức"],
          ["QN.01", "Tư vấn", "NC", "Chuyên viên", "công", 2],
          ["QN.01", null, "VL", "Giấy A4", "ram", "-"],
        ),
      },
      expect: [],
    },
    {
      name: "chữ",
      set: { "KC_ThongTin!B7": "01/07/2026" },
      beside: {
        KC_DinhMuc: table(
          ["Mã định mức", "Tên dịch vụ", "Loại hao phí", "Hao phí", "Đơn vị tính", "Định mức"],
          ["QN.01", "Tư vấn", "NC", "Chuyên viên", "công", "hai"],
        ),
      },
      expect: ["KC_DinhMuc!F5"],
    },
    {
      name: "giá lẻ dưới một đồng",
      set: {},
      beside: {
        KC_DonGia: table(
          ["Loại hao phí", "Hao phí", "Đơn vị tính", "Đơn giá", "Áp dụng từ ngày", "Nguồn giá"],
          ["VL", "Giấy A4", "ram", 0.5, "01/01/2018", "Báo giá 12"],
        ),
      },
      expect: ["KC_DonGia!D5"],
    },
  ],
} satisfies RuleCases;
