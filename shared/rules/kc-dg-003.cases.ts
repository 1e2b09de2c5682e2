import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-DG-003",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "cùng cỡ",
      set: {},
      beside: {
        KC_DonGia: table(
          ["Loại hao phí", "Hao phí", "Đơn vị tính", "Đơn giá", "Áp dụng từ ngày", "Nguồn giá"],
          ["VL", "Giấy A4", "ram", 70000, "01/01/2018", "Báo giá 12"],
          ["VL", "Giấy A4", "ram", 75000, "01/02/2018", "Báo giá 12"],
        ),
      },
      expect: [],
    },
    {
      name: "ghi theo nghìn đồng",
      set: {},
      beside: {
        KC_DonGia: table(
          ["Loại hao phí", "Hao phí", "Đơn vị tính", "Đơn giá", "Áp dụng từ ngày", "Nguồn giá"],
          ["VL", "Giấy A4", "ram", 70000, "01/01/2018", "Báo giá 12"],
          ["VL", "Giấy A4", "ram", 75, "01/02/2018", "Báo giá 12"],
        ),
      },
      expect: ["KC_DonGia!D6"],
    },
  ],
} satisfies RuleCases;
