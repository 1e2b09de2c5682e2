import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-DK-001",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "hai mã",
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
          ["DK002", "Máy ép", "Xã A", "MAY-MOC", "Đông Triều", 400000000],
        ),
      },
      expect: [],
    },
    {
      name: "trùng mã",
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
          ["DK001", "Máy ép", "Xã A", "MAY-MOC", "Đông Triều", 400000000],
        ),
      },
      expect: ["KC_DangKy!A6"],
    },
  ],
} satisfies RuleCases;
