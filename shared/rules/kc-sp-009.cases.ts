import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-SP-009",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "đúng 70 điểm",
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
            "Quyết định công nhận",
          ],
          ["SP01", "Bình gốm", "Cơ sở A", "Tỉnh", "15/08/2017", 70, "QĐ 10"],
        ),
      },
      expect: [],
    },
    {
      name: "69,9 điểm năm 2017",
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
            "Quyết định công nhận",
          ],
          ["SP01", "Bình gốm", "Cơ sở A", "Tỉnh", "15/08/2017", 69.9, "QĐ 10"],
        ),
      },
      expect: ["KC_SanPham!F5"],
      severity: "error",
    },
    {
      name: "từ 16/08/2018 chỉ cảnh báo",
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
            "Quyết định công nhận",
          ],
          ["SP01", "Bình gốm", "Cơ sở A", "Tỉnh", "16/08/2018", 69.9, "QĐ 10"],
        ),
      },
      expect: ["KC_SanPham!F5"],
      severity: "warning",
    },
    {
      name: "chưa công nhận",
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
          ],
          ["SP01", "Bình gốm", "Cơ sở A", "Tỉnh", "15/08/2017", 50],
        ),
      },
      expect: [],
    },
  ],
} satisfies RuleCases;
