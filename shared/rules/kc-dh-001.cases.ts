import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-DH-001",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "có định mức đề xuất",
      set: { "KC_ThongTin!B7": "01/07/2026" },
      beside: {
        KC_DinhMuc: table(
          ["Mã định mức", "Tên dịch vụ", "Loại hao phí", "Hao phí", "Đơn vị tính", "Định mức"],
          ["QN.01", "Tư vấn", "NC", "Chuyên viên", "công", 2],
        ),
      },
      expect: ["KC_DinhMuc!A5"],
      severity: "info",
    },
  ],
} satisfies RuleCases;
