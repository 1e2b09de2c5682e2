import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-DG-002",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "đủ giá",
      set: { "KC_ThongTin!B7": "01/07/2026" },
      beside: {
        KC_DinhMuc: table(
          ["Mã định mức", "Tên dịch vụ", "Loại hao phí", "Hao phí", "Đơn vị tính", "Định mức"],
          ["QN.01", "Tư vấn", "VL", "Giấy A4", "ram", 1],
        ),
        KC_DonGia: table(
          ["Loại hao phí", "Hao phí", "Đơn vị tính", "Đơn giá", "Áp dụng từ ngày", "Nguồn giá"],
          ["VL", "giấy a4", "ram", 70000, "01/01/2018", "Báo giá"],
        ),
      },
      expect: [],
    },
    {
      name: "chưa có giá",
      set: { "KC_ThongTin!B7": "01/07/2026" },
      beside: {
        KC_DinhMuc: table(
          ["Mã định mức", "Tên dịch vụ", "Loại hao phí", "Hao phí", "Đơn vị tính", "Định mức"],
          ["QN.01", null, "VL", "Giấy A4", "ram", 1],
        ),
      },
      expect: ["KC_DinhMuc!D5"],
      severity: "info",
    },
    {
      name: "nhân công có hệ số lương thì tính theo luật",
      set: { "KC_ThongTin!B7": "01/07/2026" },
      beside: {
        KC_DinhMuc: table(
          [
            "Mã định mức",
            "Tên dịch vụ",
            "Loại hao phí",
            "Hao phí",
            "Đơn vị tính",
            "Định mức",
            "Ngạch lương",
            "Hệ số lương",
          ],
          ["QN.01", "Tư vấn", "NC", "Chuyên viên", "công", 2, "A1", 3],
        ),
      },
      expect: [],
    },
  ],
} satisfies RuleCases;
