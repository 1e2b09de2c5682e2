import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-DM-007",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "cùng cỡ",
      set: { "KC_ThongTin!B7": "01/07/2026" },
      beside: {
        KC_DinhMuc: table(
          ["Mã định mức", "Tên dịch vụ", "Loại hao phí", "Hao phí", "Đơn vị tính", "Định mức"],
          ["QN.01", null, "VL", "Giấy A4", "ram", 1],
          ["QN.02", null, "VL", "Giấy A4", "ram", 2],
          ["QN.03", null, "VL", "Giấy A4", "ram", 0.5],
        ),
      },
      expect: [],
    },
    {
      name: "thừa ba số 0",
      set: { "KC_ThongTin!B7": "01/07/2026" },
      beside: {
        KC_DinhMuc: table(
          ["Mã định mức", "Tên dịch vụ", "Loại hao phí", "Hao phí", "Đơn vị tính", "Định mức"],
          ["QN.01", null, "VL", "Giấy A4", "ram", 1],
          ["QN.02", null, "VL", "Giấy A4", "ram", 2],
          ["QN.03", null, "VL", "Giấy A4", "ram", 1000],
        ),
      },
      expect: ["KC_DinhMuc!F7"],
    },
  ],
} satisfies RuleCases;
