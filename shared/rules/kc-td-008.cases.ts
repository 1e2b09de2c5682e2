import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-TD-008",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "chưa nghiệm thu",
      set: {},
      beside: {
        KC_TienDo: table(
          ["Mã đề án", "Ngày báo cáo", "Tình trạng", "Đã thanh toán"],
          ["DA01", "31/05/2018", "Đang thực hiện", 1],
        ),
      },
      expect: ["KC_TienDo!D5"],
    },
    {
      name: "đã nghiệm thu",
      set: {},
      beside: {
        KC_TienDo: table(
          ["Mã đề án", "Ngày báo cáo", "Tình trạng", "Đã thanh toán"],
          ["DA01", "31/05/2018", "Đã nghiệm thu", 100000000],
        ),
      },
      expect: [],
    },
  ],
} satisfies RuleCases;
