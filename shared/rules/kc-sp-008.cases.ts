import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-SP-008",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "năm thứ ba",
      set: {},
      beside: {
        KC_SanPham: table(
          [
            "Mã sản phẩm",
            "Tên sản phẩm",
            "Cơ sở sản xuất",
            "Cấp bình chọn",
            "Ngày bình chọn",
            "Ngày quyết định cấp trước",
          ],
          ["SP01", "Bình gốm", "Cơ sở A", "Khu vực", "31/12/2017", "05/05/2015"],
        ),
      },
      expect: [],
    },
    {
      name: "năm thứ tư",
      set: {},
      beside: {
        KC_SanPham: table(
          [
            "Mã sản phẩm",
            "Tên sản phẩm",
            "Cơ sở sản xuất",
            "Cấp bình chọn",
            "Ngày bình chọn",
            "Ngày quyết định cấp trước",
          ],
          ["SP01", "Bình gốm", "Cơ sở A", "Khu vực", "01/01/2018", "05/05/2015"],
        ),
      },
      expect: ["KC_SanPham!F5"],
    },
    {
      name: "từ 16/08/2018 được bốn năm",
      set: {},
      beside: {
        KC_SanPham: table(
          [
            "Mã sản phẩm",
            "Tên sản phẩm",
            "Cơ sở sản xuất",
            "Cấp bình chọn",
            "Ngày bình chọn",
            "Ngày quyết định cấp trước",
          ],
          ["SP01", "Bình gốm", "Cơ sở A", "Khu vực", "31/12/2021", "16/08/2018"],
        ),
      },
      expect: [],
    },
  ],
} satisfies RuleCases;
