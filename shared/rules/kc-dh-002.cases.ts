import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-DH-002",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "giá từ định mức của sổ",
      set: {
        "KC_ThongTin!B7": "01/07/2026",
        "KC_DuToan!E5": { value: 400000000, formula: '=KC.DONGIA("QN.01")' },
      },
      stale: true,
      beside: {
        KC_DinhMuc: table(
          ["Mã định mức", "Tên dịch vụ", "Loại hao phí", "Hao phí", "Đơn vị tính", "Định mức"],
          ["QN.01", "Tư vấn", "NC", "Chuyên viên", "công", 2],
        ),
      },
      expect: ["KC_DuToan!E5"],
      severity: "info",
    },
  ],
} satisfies RuleCases;
