import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-SP-004",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "đủ điều kiện",
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
          ["SP01", "Bình gốm", "Cơ sở A", "Tỉnh", "15/08/2017", "Có", "Có"],
        ),
      },
      expect: [],
    },
    {
      name: "sản phẩm sao chép năm 2017",
      set: {},
      beside: {
        KC_SanPham: table(
          [
            "Mã sản phẩm",
            "Tên sản phẩm",
            "Cơ sở sản xuất",
            "Cấp bình chọn",
            "Ngày bình chọn",
            "Không sao chép",
          ],
          ["SP01", "Bình gốm", "Cơ sở A", "Tỉnh", "15/08/2017", "Không"],
        ),
      },
      expect: ["KC_SanPham!F5"],
      severity: "error",
    },
    {
      name: "độc bản, sau khi có sửa đổi",
      set: {},
      beside: {
        KC_SanPham: table(
          ["Mã sản phẩm", "Tên sản phẩm", "Cơ sở sản xuất", "Cấp bình chọn", "Ngày bình chọn", "Hàng loạt"],
          ["SP01", "Bình gốm", "Cơ sở A", "Tỉnh", "16/08/2018", "Không"],
        ),
      },
      expect: ["KC_SanPham!F5"],
      severity: "warning",
    },
  ],
} satisfies RuleCases;
