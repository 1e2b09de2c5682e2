import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-DM-003",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "có yêu cầu",
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
            "Yêu cầu kỹ thuật",
          ],
          ["QN.01", "Tư vấn", "NC", "Chuyên viên", "công", 2, null],
          ["QN.01", null, "VL", "Giấy A4", "ram", 1, "70 g/m2"],
        ),
      },
      expect: [],
    },
    {
      name: "thiếu",
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
            "Yêu cầu kỹ thuật",
          ],
          ["QN.01", "Tư vấn", "NC", "Chuyên viên", "công", 2, null],
          ["QN.01", null, "VL", "Giấy A4", "ram", 1, null],
        ),
      },
      expect: ["KC_DinhMuc!G6"],
      severity: "info",
    },
  ],
} satisfies RuleCases;
