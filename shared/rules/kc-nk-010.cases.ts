import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-NK-010",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "hai ngày",
      set: {},
      beside: {
        KC_DonGia: table(
          ["Loại hao phí", "Hao phí", "Đơn vị tính", "Đơn giá", "Áp dụng từ ngày", "Nguồn giá"],
          ["VL", "Giấy A4", "ram", 70000, "01/01/2018", "Báo giá 12"],
          ["VL", "Giấy A4", "ram", 70000, "01/02/2018", "Báo giá 12"],
        ),
      },
      expect: [],
    },
    {
      name: "cùng ngày",
      set: {},
      beside: {
        KC_DonGia: table(
          ["Loại hao phí", "Hao phí", "Đơn vị tính", "Đơn giá", "Áp dụng từ ngày", "Nguồn giá"],
          ["VL", "Giấy A4", "ram", 70000, "01/01/2018", "Báo giá 12"],
          ["VL", "Giấy A4", "ram", 80000, "01/01/2018", "Báo giá 12"],
        ),
      },
      expect: ["KC_DonGia!B6"],
    },
  ],
} satisfies RuleCases;
