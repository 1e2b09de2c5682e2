import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-SP-002",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "nhóm 1",
      set: {},
      beside: {
        KC_SanPham: table(
          [
            "Mã sản phẩm",
            "Tên sản phẩm",
            "Cơ sở sản xuất",
            "Cấp bình chọn",
            "Ngày bình chọn",
            "Nhóm sản phẩm",
          ],
          ["SP01", "Bình gốm", "Cơ sở A", "Tỉnh", "15/08/2017", 1],
        ),
      },
      expect: [],
    },
    {
      name: "nhóm 5",
      set: {},
      beside: {
        KC_SanPham: table(
          [
            "Mã sản phẩm",
            "Tên sản phẩm",
            "Cơ sở sản xuất",
            "Cấp bình chọn",
            "Ngày bình chọn",
            "Nhóm sản phẩm",
          ],
          ["SP01", "Bình gốm", "Cơ sở A", "Tỉnh", "15/08/2017", 5],
        ),
      },
      expect: ["KC_SanPham!F5"],
      severity: "error",
    },
    {
      name: "nhóm 5, bình chọn sau Thông tư 14/2018/TT-BCT (chưa đọc được): chỉ cảnh báo",
      set: {},
      beside: {
        KC_SanPham: table(
          [
            "Mã sản phẩm",
            "Tên sản phẩm",
            "Cơ sở sản xuất",
            "Cấp bình chọn",
            "Ngày bình chọn",
            "Nhóm sản phẩm",
          ],
          ["SP01", "Bình gốm", "Cơ sở A", "Tỉnh", "16/08/2018", 5],
        ),
      },
      expect: ["KC_SanPham!F5"],
      severity: "warning",
    },
  ],
} satisfies RuleCases;
