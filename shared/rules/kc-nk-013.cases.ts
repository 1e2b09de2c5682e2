import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-NK-013",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "cùng ngày",
      set: {},
      beside: {
        KC_DonGia: table(
          ["Loại hao phí", "Hao phí", "Đơn vị tính", "Đơn giá", "Áp dụng từ ngày", "Nguồn giá", "Đến ngày"],
          ["VL", "Giấy A4", "ram", 70000, "01/01/2018", "Báo giá 12", "01/01/2018"],
        ),
      },
      expect: [],
    },
    {
      name: "ngược",
      set: {},
      beside: {
        KC_DonGia: table(
          ["Loại hao phí", "Hao phí", "Đơn vị tính", "Đơn giá", "Áp dụng từ ngày", "Nguồn giá", "Đến ngày"],
          ["VL", "Giấy A4", "ram", 70000, "01/01/2018", "Báo giá 12", "31/12/2017"],
        ),
      },
      expect: ["KC_DonGia!G5"],
    },
  ],
} satisfies RuleCases;
