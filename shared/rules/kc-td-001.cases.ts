import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-TD-001",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "mã có",
      set: {},
      beside: {
        KC_TienDo: table(
          ["Mã đề án", "Ngày báo cáo", "Tình trạng"],
          ["DA01", "31/05/2018", "Đang thực hiện"],
        ),
      },
      expect: [],
    },
    {
      name: "mã lạ",
      set: {},
      beside: {
        KC_TienDo: table(
          ["Mã đề án", "Ngày báo cáo", "Tình trạng"],
          ["DA99", "31/05/2018", "Đang thực hiện"],
        ),
      },
      expect: ["KC_TienDo!A5"],
    },
  ],
} satisfies RuleCases;
