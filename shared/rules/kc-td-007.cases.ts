import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-TD-007",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "đúng 70 % thì chưa",
      set: {},
      beside: {
        KC_TienDo: table(
          ["Mã đề án", "Ngày báo cáo", "Tình trạng", "Khối lượng thực hiện %", "Đã tạm ứng"],
          ["DA01", "31/05/2018", "Đang thực hiện", 70, 100000000],
        ),
      },
      expect: ["KC_TienDo!E5"],
    },
    {
      name: "trên 70 %",
      set: {},
      beside: {
        KC_TienDo: table(
          ["Mã đề án", "Ngày báo cáo", "Tình trạng", "Khối lượng thực hiện %", "Đã tạm ứng"],
          ["DA01", "31/05/2018", "Đang thực hiện", 71, 100000000],
        ),
      },
      expect: [],
    },
    {
      name: "chưa tạm ứng",
      set: {},
      beside: {
        KC_TienDo: table(
          ["Mã đề án", "Ngày báo cáo", "Tình trạng", "Khối lượng thực hiện %"],
          ["DA01", "31/05/2018", "Đang thực hiện", 10],
        ),
      },
      expect: [],
    },
  ],
} satisfies RuleCases;
