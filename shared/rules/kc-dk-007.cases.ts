import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-DK-007",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "đúng mức",
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
            "Kinh phí đề nghị hỗ trợ",
          ],
          ["DK001", "Máy ép", "Xã A", "MAY-MOC", "Đông Triều", 400000000, 200000000],
        ),
      },
      expect: [],
    },
    {
      name: "vượt mức",
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
            "Kinh phí đề nghị hỗ trợ",
          ],
          ["DK001", "Máy ép", "Xã A", "MAY-MOC", "Đông Triều", 400000000, 250000000],
        ),
      },
      expect: ["KC_DangKy!G5"],
      severity: "info",
      differenceDong: 50000000,
    },
  ],
} satisfies RuleCases;
