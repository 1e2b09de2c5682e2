import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-TD-006",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "đúng 70 %",
      set: {},
      beside: {
        KC_TienDo: table(
          ["Mã đề án", "Ngày báo cáo", "Tình trạng", "Đã tạm ứng"],
          ["DA01", "31/05/2018", "Đang thực hiện", 140000000],
        ),
      },
      expect: [],
    },
    {
      name: "hơn một đồng",
      set: {},
      beside: {
        KC_TienDo: table(
          ["Mã đề án", "Ngày báo cáo", "Tình trạng", "Đã tạm ứng"],
          ["DA01", "31/05/2018", "Đang thực hiện", 140000001],
        ),
      },
      expect: ["KC_TienDo!D5"],
      severity: "error",
      differenceDong: 1,
    },
    {
      name: "sau khi nghiệm thu thì tạm ứng phần còn lại",
      set: {},
      beside: {
        KC_TienDo: table(
          ["Mã đề án", "Ngày báo cáo", "Tình trạng", "Đã tạm ứng"],
          ["DA01", "31/10/2018", "Đã nghiệm thu", 200000000],
        ),
      },
      expect: [],
    },
    {
      name: "từ 10/07/2018 chỉ cảnh báo",
      set: {},
      beside: {
        KC_TienDo: table(
          ["Mã đề án", "Ngày báo cáo", "Tình trạng", "Đã tạm ứng"],
          ["DA01", "31/07/2018", "Đang thực hiện", 140000001],
        ),
      },
      expect: ["KC_TienDo!D5"],
      severity: "warning",
    },
  ],
} satisfies RuleCases;
