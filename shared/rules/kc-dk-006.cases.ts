import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-DK-006",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "bằng nhau",
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
          ["DK001", "Máy ép", "Xã A", "MAY-MOC", "Đông Triều", 400000000, 400000000],
        ),
      },
      expect: [],
    },
    {
      name: "hơn một đồng",
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
          ["DK001", "Máy ép", "Xã A", "MAY-MOC", "Đông Triều", 400000000, 400000001],
        ),
      },
      expect: ["KC_DangKy!G5"],
      differenceDong: 1,
    },
  ],
} satisfies RuleCases;
