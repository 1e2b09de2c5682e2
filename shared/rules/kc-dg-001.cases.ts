import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-DG-001",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "đang áp dụng",
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
      name: "áp dụng từ ngày mai",
      set: {},
      beside: {
        KC_DonGia: table(
          ["Loại hao phí", "Hao phí", "Đơn vị tính", "Đơn giá", "Áp dụng từ ngày", "Nguồn giá"],
          ["VL", "Giấy A4", "ram", 70000, "16/01/2018", "Báo giá 12"],
        ),
      },
      expect: ["KC_DonGia!E5"],
    },
    {
      name: "có giá cũ còn hiệu lực",
      set: {},
      beside: {
        KC_DonGia: table(
          ["Loại hao phí", "Hao phí", "Đơn vị tính", "Đơn giá", "Áp dụng từ ngày", "Nguồn giá"],
          ["VL", "Giấy A4", "ram", 70000, "01/01/2018", "Báo giá 12"],
          ["VL", "Giấy A4", "ram", 70000, "16/01/2018", "Báo giá 12"],
        ),
      },
      expect: [],
    },
  ],
} satisfies RuleCases;
