import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-TD-005",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "đúng bằng",
      set: {},
      beside: {
        KC_TienDo: table(
          ["Mã đề án", "Ngày báo cáo", "Tình trạng", "Đã tạm ứng", "Đã thanh toán"],
          ["DA01", "31/05/2018", "Đã nghiệm thu", 50000000, 150000000],
        ),
      },
      expect: [],
    },
    {
      name: "hơn một đồng",
      set: {},
      beside: {
        KC_TienDo: table(
          ["Mã đề án", "Ngày báo cáo", "Tình trạng", "Đã tạm ứng", "Đã thanh toán"],
          ["DA01", "31/05/2018", "Đã nghiệm thu", 50000000, 150000001],
        ),
      },
      expect: ["KC_TienDo!E5"],
      differenceDong: 1,
    },
  ],
} satisfies RuleCases;
