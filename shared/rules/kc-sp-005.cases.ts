import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-SP-005",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "trả lời đủ",
      set: {},
      beside: {
        KC_SanPham: table(
          ["Mã sản phẩm", "Tên sản phẩm", "Cơ sở sản xuất", "Cấp bình chọn", "Ngày bình chọn", "Tự sản xuất"],
          ["SP01", "Bình gốm", "Cơ sở A", "Tỉnh", "15/08/2017", "Có"],
        ),
      },
      expect: [],
    },
    {
      name: "còn trống",
      set: {},
      beside: {
        KC_SanPham: table(
          [
            "Mã sản phẩm",
            "Tên sản phẩm",
            "Cơ sở sản xuất",
            "Cấp bình chọn",
            "Ngày bình chọn",
            "Tự sản xuất",
            "Hàng loạt",
          ],
          ["SP01", "Bình gốm", "Cơ sở A", "Tỉnh", "15/08/2017", "Có", null],
        ),
      },
      expect: ["KC_SanPham!G5"],
      severity: "info",
    },
  ],
} satisfies RuleCases;
