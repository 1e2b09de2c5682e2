import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-DM-002",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "theo phần trăm",
      set: { "KC_ThongTin!B7": "01/07/2026" },
      beside: {
        KC_DinhMuc: table(
          ["Mã định mức", "Tên dịch vụ", "Loại hao phí", "Hao phí", "Đơn vị tính", "Định mức"],
          ["QN.01", "Tư vấn", "NC", "Chuyên viên", "công", 2],
          ["QN.01", null, "NC", "Lao động gián tiếp", "%", 15],
        ),
      },
      expect: [],
    },
    {
      name: "tính theo công",
      set: { "KC_ThongTin!B7": "01/07/2026" },
      beside: {
        KC_DinhMuc: table(
          ["Mã định mức", "Tên dịch vụ", "Loại hao phí", "Hao phí", "Đơn vị tính", "Định mức"],
          ["QN.01", "Tư vấn", "NC", "Chuyên viên", "công", 2],
          ["QN.01", null, "NC", "Quản lý, phục vụ", "công", 1],
        ),
      },
      expect: ["KC_DinhMuc!E6"],
    },
  ],
} satisfies RuleCases;
