import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-SP-015",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "hai cấp",
      set: {},
      beside: {
        KC_SanPham: table(
          ["Mã sản phẩm", "Tên sản phẩm", "Cơ sở sản xuất", "Cấp bình chọn", "Ngày bình chọn"],
          ["SP01", "Bình gốm", "Cơ sở A", "Tỉnh", "15/08/2017"],
          ["SP01", "Bình gốm", "Cơ sở A", "Khu vực", "15/08/2018"],
        ),
      },
      expect: [],
    },
    {
      name: "hai lần một kỳ",
      set: {},
      beside: {
        KC_SanPham: table(
          ["Mã sản phẩm", "Tên sản phẩm", "Cơ sở sản xuất", "Cấp bình chọn", "Ngày bình chọn"],
          ["SP01", "Bình gốm", "Cơ sở A", "Tỉnh", "15/08/2017"],
          ["SP01", "Bình gốm", "Cơ sở A", "Tỉnh", "15/08/2017"],
        ),
      },
      expect: ["KC_SanPham!A6"],
    },
  ],
} satisfies RuleCases;
