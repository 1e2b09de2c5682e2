import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-DK-004",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "có lý do",
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
            "Lý do",
          ],
          ["DK001", "Máy ép", "Xã A", "MAY-MOC", "Đông Triều", 400000000, "Không chọn", "Máy cũ"],
        ),
      },
      expect: [],
    },
    {
      name: "không lý do",
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
            "Lý do",
          ],
          ["DK001", "Máy ép", "Xã A", "MAY-MOC", "Đông Triều", 400000000, "Chuyển năm sau", null],
        ),
      },
      expect: ["KC_DangKy!H5"],
    },
  ],
} satisfies RuleCases;
