import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-TD-009",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "bằng nhau",
      set: {},
      beside: {
        KC_TienDo: table(
          ["Mã đề án", "Ngày báo cáo", "Tình trạng", "Giá trị đã thực hiện", "Đã thanh toán"],
          ["DA01", "31/10/2018", "Đã nghiệm thu", 100000000, 100000000],
        ),
      },
      expect: [],
    },
    {
      name: "hơn một đồng",
      set: {},
      beside: {
        KC_TienDo: table(
          ["Mã đề án", "Ngày báo cáo", "Tình trạng", "Giá trị đã thực hiện", "Đã thanh toán"],
          ["DA01", "31/10/2018", "Đã nghiệm thu", 100000000, 100000001],
        ),
      },
      expect: ["KC_TienDo!E5"],
      differenceDong: 1,
    },
  ],
} satisfies RuleCases;
