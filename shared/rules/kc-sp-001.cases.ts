import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-SP-001",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "đủ",
      set: {},
      beside: {
        KC_SanPham: table(
          ["Mã sản phẩm", "Tên sản phẩm", "Cơ sở sản xuất", "Cấp bình chọn", "Ngày bình chọn"],
          ["SP01", "Bình gốm", "Cơ sở A", "Tỉnh", "15/08/2017"],
        ),
      },
      expect: [],
    },
    {
      name: "thiếu cơ sở, cấp lạ",
      set: {},
      beside: {
        KC_SanPham: table(
          ["Mã sản phẩm", "Tên sản phẩm", "Cơ sở sản xuất", "Cấp bình chọn", "Ngày bình chọn"],
          ["SP01", "Bình gốm", null, "Xã", "15/08/2017"],
        ),
      },
      expect: ["KC_SanPham!C5", "KC_SanPham!D5"],
    },
  ],
} satisfies RuleCases;
