import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-DK-003",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "trỏ đúng",
      set: {},
      beside: {
        KC_DangKy: table(
          [
            "Mã đăng ký",
            "Nội dung đăng ký",
            "Đơn vị đăng ký",
            "Loại hỗ trợ",
            "Địa bàn",
            "Tổng kinh phí dự kiến",
            "Xử lý",
            "Mã đề án",
          ],
          ["DK001", "Máy ép", "Xã A", "MAY-MOC", "Đông Triều", 400000000, "Chọn", "DA01"],
        ),
      },
      expect: [],
    },
    {
      name: "chọn mà không có đề án",
      set: {},
      beside: {
        KC_DangKy: table(
          [
            "Mã đăng ký",
            "Nội dung đăng ký",
            "Đơn vị đăng ký",
            "Loại hỗ trợ",
            "Địa bàn",
            "Tổng kinh phí dự kiến",
            "Xử lý",
            "Mã đề án",
          ],
          ["DK001", "Máy ép", "Xã A", "MAY-MOC", "Đông Triều", 400000000, "Chọn", null],
        ),
      },
      expect: ["KC_DangKy!H5"],
    },
    {
      name: "mã lạ",
      set: {},
      beside: {
        KC_DangKy: table(
          [
            "Mã đăng ký",
            "Nội dung đăng ký",
            "Đơn vị đăng ký",
            "Loại hỗ trợ",
            "Địa bàn",
            "Tổng kinh phí dự kiến",
            "Xử lý",
            "Mã đề án",
          ],
          ["DK001", "Máy ép", "Xã A", "MAY-MOC", "Đông Triều", 400000000, "Chọn", "DA99"],
        ),
      },
      expect: ["KC_DangKy!H5"],
    },
  ],
} satisfies RuleCases;
