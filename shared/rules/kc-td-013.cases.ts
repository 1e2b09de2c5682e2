import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-TD-013",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "chậm không lý do",
      set: {},
      beside: {
        KC_TienDo: table(
          ["Mã đề án", "Ngày báo cáo", "Tình trạng", "Vướng mắc"],
          ["DA01", "30/09/2018", "Chậm", null],
        ),
      },
      expect: ["KC_TienDo!D5"],
    },
    {
      name: "có lý do",
      set: {},
      beside: {
        KC_TienDo: table(
          ["Mã đề án", "Ngày báo cáo", "Tình trạng", "Vướng mắc"],
          ["DA01", "30/09/2018", "Dừng", "Cơ sở phá sản"],
        ),
      },
      expect: [],
    },
  ],
} satisfies RuleCases;
