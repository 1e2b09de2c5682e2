import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-DM-010",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "thu hồi một nửa",
      set: { "KC_ThongTin!B7": "01/07/2026" },
      beside: {
        KC_DinhMuc: table(
          ["Mã định mức", "Tên dịch vụ", "Loại hao phí", "Hao phí", "Đơn vị tính", "Định mức", "Thu hồi %"],
          ["QN.01", null, "VL", "Giấy A4", "ram", 1, 50],
        ),
      },
      expect: [],
    },
    {
      name: "thu hồi hết",
      set: { "KC_ThongTin!B7": "01/07/2026" },
      beside: {
        KC_DinhMuc: table(
          ["Mã định mức", "Tên dịch vụ", "Loại hao phí", "Hao phí", "Đơn vị tính", "Định mức", "Thu hồi %"],
          ["QN.01", null, "VL", "Giấy A4", "ram", 1, 100],
        ),
      },
      expect: ["KC_DinhMuc!G5"],
    },
  ],
} satisfies RuleCases;
