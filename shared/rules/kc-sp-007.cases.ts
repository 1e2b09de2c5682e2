import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-SP-007",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "có chứng nhận cấp tỉnh",
      set: {},
      beside: {
        KC_SanPham: table(
          [
            "Mã sản phẩm",
            "Tên sản phẩm",
            "Cơ sở sản xuất",
            "Cấp bình chọn",
            "Ngày bình chọn",
            "Cấp trước",
            "Quyết định cấp trước",
          ],
          ["SP01", "Bình gốm", "Cơ sở A", "Khu vực", "15/08/2017", "Tỉnh", "QĐ 10"],
        ),
      },
      expect: [],
    },
    {
      name: "nhảy cấp",
      set: {},
      beside: {
        KC_SanPham: table(
          [
            "Mã sản phẩm",
            "Tên sản phẩm",
            "Cơ sở sản xuất",
            "Cấp bình chọn",
            "Ngày bình chọn",
            "Cấp trước",
            "Quyết định cấp trước",
          ],
          ["SP01", "Bình gốm", "Cơ sở A", "Quốc gia", "15/08/2017", "Tỉnh", "QĐ 10"],
        ),
      },
      expect: ["KC_SanPham!F5"],
    },
    {
      name: "dòng cấp tỉnh có trong sổ",
      set: {},
      beside: {
        KC_SanPham: table(
          [
            "Mã sản phẩm",
            "Tên sản phẩm",
            "Cơ sở sản xuất",
            "Cấp bình chọn",
            "Ngày bình chọn",
            "Quyết định công nhận",
            "Cấp trước",
          ],
          ["SP01", "Bình gốm", "Cơ sở A", "Tỉnh", "15/08/2017", "QĐ 10", null],
          ["SP01", "Bình gốm", "Cơ sở A", "Khu vực", "15/08/2018", null, null],
        ),
      },
      expect: [],
    },
    {
      name: "cấp tỉnh khi không tổ chức cấp huyện",
      set: {},
      beside: {
        KC_SanPham: table(
          ["Mã sản phẩm", "Tên sản phẩm", "Cơ sở sản xuất", "Cấp bình chọn", "Ngày bình chọn", "Cấp trước"],
          ["SP01", "Bình gốm", "Cơ sở A", "Tỉnh", "15/08/2017", null],
        ),
      },
      expect: [],
    },
  ],
} satisfies RuleCases;
