import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-SP-017",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "khớp",
      set: {},
      beside: {
        KC_SanPham: table(
          [
            "Mã sản phẩm",
            "Tên sản phẩm",
            "Cơ sở sản xuất",
            "Cấp bình chọn",
            "Ngày bình chọn",
            "Điểm bình quân",
            "Hạng",
            "Cấp trước",
            "Hạng cấp trước",
          ],
          ["SP01", "Bình gốm", "Cơ sở A", "Tỉnh", "15/08/2017", 90, 1, null, null],
          ["SP01", "Bình gốm", "Cơ sở A", "Khu vực", "15/08/2017", 85, 3, "Tỉnh", 1],
        ),
      },
      expect: [],
    },
    {
      name: "hạng bị nâng",
      set: {},
      beside: {
        KC_SanPham: table(
          [
            "Mã sản phẩm",
            "Tên sản phẩm",
            "Cơ sở sản xuất",
            "Cấp bình chọn",
            "Ngày bình chọn",
            "Điểm bình quân",
            "Hạng",
            "Cấp trước",
            "Hạng cấp trước",
          ],
          ["SP01", "Bình gốm", "Cơ sở A", "Tỉnh", "15/08/2017", 90, 2, null, null],
          ["SP01", "Bình gốm", "Cơ sở A", "Khu vực", "15/08/2017", 85, 3, "Tỉnh", 1],
        ),
      },
      expect: ["KC_SanPham!I6"],
    },
  ],
} satisfies RuleCases;
