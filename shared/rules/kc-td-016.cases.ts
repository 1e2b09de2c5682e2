import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-TD-016",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "nghiệm thu khi mới 80 %",
      set: {},
      beside: {
        KC_TienDo: table(
          ["Mã đề án", "Ngày báo cáo", "Tình trạng", "Khối lượng thực hiện %"],
          ["DA01", "30/09/2018", "Đã nghiệm thu", 80],
        ),
      },
      expect: ["KC_TienDo!D5"],
    },
    {
      name: "hoàn thành 100 %",
      set: {},
      beside: {
        KC_TienDo: table(
          ["Mã đề án", "Ngày báo cáo", "Tình trạng", "Khối lượng thực hiện %"],
          ["DA01", "30/09/2018", "Hoàn thành", 100],
        ),
      },
      expect: [],
    },
  ],
} satisfies RuleCases;
