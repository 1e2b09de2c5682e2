import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-SP-012",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "bình chọn thường",
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
      name: "cuộc thi",
      set: {},
      beside: {
        KC_SanPham: table(
          [
            "Mã sản phẩm",
            "Tên sản phẩm",
            "Cơ sở sản xuất",
            "Cấp bình chọn",
            "Ngày bình chọn",
            "Đường tham gia",
          ],
          ["SP01", "Bình gốm", "Cơ sở A", "Tỉnh", "15/08/2017", "Cuộc thi"],
        ),
      },
      expect: ["KC_SanPham!F5"],
      severity: "info",
    },
  ],
} satisfies RuleCases;
