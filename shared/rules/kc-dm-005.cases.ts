import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-DM-005",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "A1 bậc 3",
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
    {
      name: "hệ số lạ",
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
          ["QN.01", "Tư vấn", "NC", "Chuyên viên", "công", 2, "A1", 2.5],
        ),
      },
      expect: ["KC_DinhMuc!H5"],
    },
    {
      name: "bảng lạ",
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
          ["QN.01", "Tư vấn", "NC", "Chuyên viên", "công", 2, "Z9", 3],
        ),
      },
      expect: ["KC_DinhMuc!G5"],
    },
  ],
} satisfies RuleCases;
