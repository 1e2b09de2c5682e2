import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-DM-008",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "phần trăm của vật liệu",
      set: { "KC_ThongTin!B7": "01/07/2026" },
      beside: {
        KC_DinhMuc: table(
          ["Mã định mức", "Tên dịch vụ", "Loại hao phí", "Hao phí", "Đơn vị tính", "Định mức"],
          ["QN.01", "Tư vấn", "NC", "Chuyên viên", "công", 2],
          ["QN.01", null, "VL", "Giấy A4", "ram", 1],
          ["QN.01", null, "VL", "Vật liệu khác", "%", 10],
        ),
      },
      expect: [],
    },
    {
      name: "không có vật liệu",
      set: { "KC_ThongTin!B7": "01/07/2026" },
      beside: {
        KC_DinhMuc: table(
          ["Mã định mức", "Tên dịch vụ", "Loại hao phí", "Hao phí", "Đơn vị tính", "Định mức"],
          ["QN.01", "Tư vấn", "NC", "Chuyên viên", "công", 2],
          ["QN.01", null, "VL", "Vật liệu khác", "%", 10],
        ),
      },
      expect: ["KC_DinhMuc!E6"],
    },
  ],
} satisfies RuleCases;
