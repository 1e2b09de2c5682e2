import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-SP-013",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "cùng ngày",
      set: {},
      beside: {
        KC_SanPham: table(
          [
            "Mã sản phẩm",
            "Tên sản phẩm",
            "Cơ sở sản xuất",
            "Cấp bình chọn",
            "Ngày bình chọn",
            "Ngày quyết định",
          ],
          ["SP01", "Bình gốm", "Cơ sở A", "Tỉnh", "15/08/2017", "15/08/2017"],
        ),
      },
      expect: [],
    },
    {
      name: "trước một ngày",
      set: {},
      beside: {
        KC_SanPham: table(
          [
            "Mã sản phẩm",
            "Tên sản phẩm",
            "Cơ sở sản xuất",
            "Cấp bình chọn",
            "Ngày bình chọn",
            "Ngày quyết định",
          ],
          ["SP01", "Bình gốm", "Cơ sở A", "Tỉnh", "15/08/2017", "14/08/2017"],
        ),
      },
      expect: ["KC_SanPham!F5"],
    },
  ],
} satisfies RuleCases;
