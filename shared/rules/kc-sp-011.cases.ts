import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-SP-011",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "bảy người",
      set: {},
      beside: {
        KC_SanPham: table(
          [
            "Mã sản phẩm",
            "Tên sản phẩm",
            "Cơ sở sản xuất",
            "Cấp bình chọn",
            "Ngày bình chọn",
            "Số giám khảo",
          ],
          ["SP01", "Bình gốm", "Cơ sở A", "Tỉnh", "15/08/2017", 7],
        ),
      },
      expect: [],
    },
    {
      name: "tám người",
      set: {},
      beside: {
        KC_SanPham: table(
          [
            "Mã sản phẩm",
            "Tên sản phẩm",
            "Cơ sở sản xuất",
            "Cấp bình chọn",
            "Ngày bình chọn",
            "Số giám khảo",
          ],
          ["SP01", "Bình gốm", "Cơ sở A", "Tỉnh", "15/08/2017", 8],
        ),
      },
      expect: ["KC_SanPham!F5"],
    },
  ],
} satisfies RuleCases;
