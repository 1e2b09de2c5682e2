import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-SP-010",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "trong khoảng",
      set: {},
      beside: {
        KC_SanPham: table(
          [
            "Mã sản phẩm",
            "Tên sản phẩm",
            "Cơ sở sản xuất",
            "Cấp bình chọn",
            "Ngày bình chọn",
            "Điểm thị trường",
          ],
          ["SP01", "Bình gốm", "Cơ sở A", "Tỉnh", "15/08/2017", 30],
        ),
      },
      expect: [],
    },
    {
      name: "tổng thay cho bình quân",
      set: {},
      beside: {
        KC_SanPham: table(
          [
            "Mã sản phẩm",
            "Tên sản phẩm",
            "Cơ sở sản xuất",
            "Cấp bình chọn",
            "Ngày bình chọn",
            "Điểm thị trường",
          ],
          ["SP01", "Bình gốm", "Cơ sở A", "Tỉnh", "15/08/2017", 210],
        ),
      },
      expect: ["KC_SanPham!F5"],
    },
  ],
} satisfies RuleCases;
