import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-SP-003",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "trước khi kết thúc",
      set: {},
      beside: {
        KC_SanPham: table(
          ["Mã sản phẩm", "Tên sản phẩm", "Cơ sở sản xuất", "Cấp bình chọn", "Ngày bình chọn"],
          ["SP01", "Bình gốm", "Cơ sở A", "Huyện", "30/06/2025"],
        ),
      },
      expect: [],
    },
    {
      name: "sau khi kết thúc",
      set: {},
      beside: {
        KC_SanPham: table(
          ["Mã sản phẩm", "Tên sản phẩm", "Cơ sở sản xuất", "Cấp bình chọn", "Ngày bình chọn"],
          ["SP01", "Bình gốm", "Cơ sở A", "Huyện", "01/07/2025"],
        ),
      },
      expect: ["KC_SanPham!D5"],
    },
  ],
} satisfies RuleCases;
