import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-SP-006",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "đủ hồ sơ",
      set: {},
      beside: {
        KC_SanPham: table(
          [
            "Mã sản phẩm",
            "Tên sản phẩm",
            "Cơ sở sản xuất",
            "Cấp bình chọn",
            "Ngày bình chọn",
            "Có phiếu đăng ký",
            "Số ảnh",
            "Văn bản đề nghị",
          ],
          ["SP01", "Bình gốm", "Cơ sở A", "Tỉnh", "15/08/2017", "Có", 3, "12/UBND"],
        ),
      },
      expect: [],
    },
    {
      name: "thiếu ảnh và văn bản",
      set: {},
      beside: {
        KC_SanPham: table(
          [
            "Mã sản phẩm",
            "Tên sản phẩm",
            "Cơ sở sản xuất",
            "Cấp bình chọn",
            "Ngày bình chọn",
            "Số ảnh",
            "Văn bản đề nghị",
          ],
          ["SP01", "Bình gốm", "Cơ sở A", "Tỉnh", "15/08/2017", 2, null],
        ),
      },
      expect: ["KC_SanPham!F5", "KC_SanPham!G5"],
    },
    {
      name: "cấp huyện không cần văn bản đề nghị",
      set: {},
      beside: {
        KC_SanPham: table(
          [
            "Mã sản phẩm",
            "Tên sản phẩm",
            "Cơ sở sản xuất",
            "Cấp bình chọn",
            "Ngày bình chọn",
            "Văn bản đề nghị",
          ],
          ["SP01", "Bình gốm", "Cơ sở A", "Huyện", "15/08/2017", null],
        ),
      },
      expect: [],
    },
  ],
} satisfies RuleCases;
