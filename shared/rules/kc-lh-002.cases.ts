import { peersOf, table, type RuleCases } from "./cases.ts";

const PRICE = {
  KC_DonGia: table(
    ["Loại hao phí", "Hao phí", "Đơn vị tính", "Đơn giá", "Áp dụng từ ngày", "Nguồn giá"],
    ["VL", "Giấy A4", "ram", 70_000, "01/01/2018", "Báo giá 12"],
  ),
};

export default {
  rule: "KC-LH-002",
  cases: [
    { name: "không có hồ sơ khác", set: {}, beside: PRICE, expect: [] },
    {
      name: "như giá các tỉnh",
      set: {},
      beside: PRICE,
      peers: peersOf("price", "vl|giaya4|ram", [65_000, 68_000, 70_000, 72_000, 75_000]),
      expect: [],
    },
    {
      name: "các tỉnh ghi theo nghìn đồng",
      set: {},
      beside: PRICE,
      peers: peersOf("price", "vl|giaya4|ram", [65, 68, 70, 72, 75]),
      expect: ["KC_DonGia!D5"],
    },
  ],
} satisfies RuleCases;
