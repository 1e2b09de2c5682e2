import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-DM-006",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "hai hao phí",
      set: { "KC_ThongTin!B7": "01/07/2026" },
      beside: {
        KC_DinhMuc: table(
          ["Mã định mức", "Tên dịch vụ", "Loại hao phí", "Hao phí", "Đơn vị tính", "Định mức"],
          ["QN.01", "Tư vấn", "NC", "Chuyên viên", "công", 2],
          ["QN.01", null, "VL", "Giấy A4", "ram", 1],
          ["QN.01", null, "VL", "Mực in", "hộp", 1],
        ),
      },
      expect: [],
    },
    {
      name: "ghi hai lần",
      set: { "KC_ThongTin!B7": "01/07/2026" },
      beside: {
        KC_DinhMuc: table(
          ["Mã định mức", "Tên dịch vụ", "Loại hao phí", "Hao phí", "Đơn vị tính", "Định mức"],
          ["QN.01", "Tư vấn", "NC", "Chuyên viên", "công", 2],
          ["QN.01", null, "VL", "Giấy A4", "ram", 1],
          ["QN.01", null, "VL", "giấy a4", "ram", 1],
        ),
      },
      expect: ["KC_DinhMuc!D7"],
    },
  ],
} satisfies RuleCases;
