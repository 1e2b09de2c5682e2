import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-TD-015",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "còn tạm ứng",
      set: {},
      beside: {
        KC_TienDo: table(
          ["Mã đề án", "Ngày báo cáo", "Tình trạng", "Đã tạm ứng"],
          ["DA01", "30/09/2018", "Dừng", 50000000],
        ),
      },
      expect: ["KC_TienDo!D5"],
      differenceDong: 50000000,
    },
    {
      name: "đã hoàn trả",
      set: {},
      beside: {
        KC_TienDo: table(
          ["Mã đề án", "Ngày báo cáo", "Tình trạng", "Đã tạm ứng"],
          ["DA01", "30/09/2018", "Dừng", 0],
        ),
      },
      expect: [],
    },
  ],
} satisfies RuleCases;
