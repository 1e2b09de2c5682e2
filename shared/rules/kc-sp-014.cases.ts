import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-SP-014",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "đúng thứ tự",
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
          ],
          ["SP01", "Bình gốm", "Cơ sở A", "Tỉnh", "15/08/2017", 90, 1],
          ["SP02", "Miến", "Cơ sở A", "Tỉnh", "15/08/2017", 80, 2],
        ),
      },
      expect: [],
    },
    {
      name: "trái thứ tự",
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
          ],
          ["SP01", "Bình gốm", "Cơ sở A", "Tỉnh", "15/08/2017", 80, 1],
          ["SP02", "Miến", "Cơ sở A", "Tỉnh", "15/08/2017", 90, 2],
        ),
      },
      expect: ["KC_SanPham!G5"],
    },
  ],
} satisfies RuleCases;
