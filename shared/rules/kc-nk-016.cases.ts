import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-NK-016",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "hệ số bước cộng bằng 1",
      set: { "KC_ThongTin!B7": "01/07/2026" },
      beside: {
        KC_DinhMuc: table(
          [
            "Đơn vị dịch vụ",
            "Mã định mức",
            "Tên dịch vụ",
            "Loại hao phí",
            "Hao phí",
            "Đơn vị tính",
            "Định mức",
            "Bước công việc",
            "Hệ số bước",
          ],
          ["một cơ sở", "QN.01", "Tư vấn", "NC", "Chuyên viên", "công", 2, "Chuẩn bị", 0.4],
          [null, "QN.01", null, "NC", "Chuyên viên", "công", 2, "Tiến hành", 0.6],
        ),
      },
      expect: [],
    },
    {
      name: "hệ số bước cộng bằng 0,9",
      set: { "KC_ThongTin!B7": "01/07/2026" },
      beside: {
        KC_DinhMuc: table(
          [
            "Đơn vị dịch vụ",
            "Mã định mức",
            "Tên dịch vụ",
            "Loại hao phí",
            "Hao phí",
            "Đơn vị tính",
            "Định mức",
            "Bước công việc",
            "Hệ số bước",
          ],
          ["một cơ sở", "QN.01", "Tư vấn", "NC", "Chuyên viên", "công", 2, "Chuẩn bị", 0.4],
          [null, "QN.01", null, "NC", "Chuyên viên", "công", 2, "Tiến hành", 0.5],
        ),
      },
      expect: ["KC_DinhMuc!B5"],
    },
  ],
} satisfies RuleCases;
