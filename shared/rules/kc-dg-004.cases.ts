import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-DG-004",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "báo giá",
      set: {},
      beside: {
        KC_DonGia: table(
          ["Loại hao phí", "Hao phí", "Đơn vị tính", "Đơn giá", "Áp dụng từ ngày", "Nguồn giá"],
          ["VL", "Giấy A4", "ram", 70000, "01/01/2018", "Báo giá 12"],
        ),
      },
      expect: [],
    },
    {
      name: "tạm tính",
      set: {},
      beside: {
        KC_DonGia: table(
          ["Loại hao phí", "Hao phí", "Đơn vị tính", "Đơn giá", "Áp dụng từ ngày", "Nguồn giá"],
          ["VL", "Giấy A4", "ram", 70000, "01/01/2018", "Tạm tính"],
        ),
      },
      expect: ["KC_DonGia!F5"],
    },
  ],
} satisfies RuleCases;
