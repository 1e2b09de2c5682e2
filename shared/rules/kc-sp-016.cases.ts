import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-SP-016",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "cùng tên",
      set: {},
      beside: {
        KC_SanPham: table(
          ["Mã sản phẩm", "Tên sản phẩm", "Cơ sở sản xuất", "Cấp bình chọn", "Ngày bình chọn"],
          ["SP01", "Bình gốm", "Cơ sở A", "Tỉnh", "15/08/2017"],
          ["SP01", "Bình gốm", "Cơ sở A", "Khu vực", "15/08/2017"],
        ),
      },
      expect: [],
    },
    {
      name: "hai tên",
      set: {},
      beside: {
        KC_SanPham: table(
          ["Mã sản phẩm", "Tên sản phẩm", "Cơ sở sản xuất", "Cấp bình chọn", "Ngày bình chọn"],
          ["SP01", "Bình gốm", "Cơ sở A", "Tỉnh", "15/08/2017"],
          ["SP01", "Lọ hoa", "Cơ sở A", "Khu vực", "15/08/2017"],
        ),
      },
      expect: ["KC_SanPham!B6"],
    },
  ],
} satisfies RuleCases;
