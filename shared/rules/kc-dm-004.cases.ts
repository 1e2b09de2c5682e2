import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-DM-004",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "đủ",
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
            "Quy trình cung cấp",
            "Tiêu chí chất lượng",
          ],
          ["QN.01", "Tư vấn", "NC", "Chuyên viên", "công", 2, "Khảo sát; tư vấn; báo cáo", "Đúng hạn"],
          ["QN.01", null, "VL", "Giấy A4", "ram", 1, null, null],
        ),
      },
      expect: [],
    },
    {
      name: "thiếu tiêu chí",
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
            "Quy trình cung cấp",
            "Tiêu chí chất lượng",
          ],
          ["QN.01", "Tư vấn", "NC", "Chuyên viên", "công", 2, "Khảo sát; tư vấn", null],
        ),
      },
      expect: ["KC_DinhMuc!H5"],
    },
  ],
} satisfies RuleCases;
