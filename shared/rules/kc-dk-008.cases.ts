import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-DK-008",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "mọi đề án có đăng ký",
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
            "Mã đề án",
          ],
          ["DK001", "Máy ép", "Xã A", "MAY-MOC", "Đông Triều", 400000000, "DA01"],
          ["DK002", "Máy ép", "Xã A", "MO-HINH", "Đông Triều", 400000000, "DA02"],
        ),
      },
      expect: [],
    },
    {
      name: "một đề án không có",
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
            "Mã đề án",
          ],
          ["DK001", "Máy ép", "Xã A", "MAY-MOC", "Đông Triều", 400000000, "DA01"],
        ),
      },
      expect: ["KC_DeAn!A6"],
      severity: "info",
    },
  ],
} satisfies RuleCases;
