import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-DK-002",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "đủ",
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
          ],
          ["DK001", "Máy ép", "Xã A", "MAY-MOC", "Đông Triều", 400000000],
        ),
      },
      expect: [],
    },
    {
      name: "thiếu kinh phí",
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
          ],
          ["DK001", "Máy ép", "Xã A", "MAY-MOC", "Đông Triều", null],
        ),
      },
      expect: ["KC_DangKy!F5"],
    },
  ],
} satisfies RuleCases;
