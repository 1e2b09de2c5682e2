import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-DK-005",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "hai cơ sở",
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
            "Đơn vị thụ hưởng",
          ],
          ["DK001", "Máy ép", "Xã A", "MAY-MOC", "Đông Triều", 400000000, "Cơ sở A"],
          ["DK002", "Máy ép", "Xã A", "MAY-MOC", "Đông Triều", 400000000, "Cơ sở B"],
        ),
      },
      expect: [],
    },
    {
      name: "một cơ sở hai lần",
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
            "Đơn vị thụ hưởng",
          ],
          ["DK001", "Máy ép", "Xã A", "MAY-MOC", "Đông Triều", 400000000, "Cơ sở A"],
          ["DK002", "Máy ép", "Xã A", "MAY-MOC", "Đông Triều", 400000000, "cơ sở  A"],
        ),
      },
      expect: ["KC_DangKy!G6"],
    },
  ],
} satisfies RuleCases;
