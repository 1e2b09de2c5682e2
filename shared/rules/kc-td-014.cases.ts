import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-TD-014",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "thiếu văn bản",
      set: {},
      beside: {
        KC_TienDo: table(
          ["Mã đề án", "Ngày báo cáo", "Tình trạng", "Văn bản"],
          ["DA01", "30/09/2018", "Đã nghiệm thu", null],
        ),
      },
      expect: ["KC_TienDo!D5"],
    },
    {
      name: "có văn bản",
      set: {},
      beside: {
        KC_TienDo: table(
          ["Mã đề án", "Ngày báo cáo", "Tình trạng", "Văn bản"],
          ["DA01", "30/09/2018", "Đã nghiệm thu", "BB 05/BB-SCT"],
        ),
      },
      expect: [],
    },
  ],
} satisfies RuleCases;
