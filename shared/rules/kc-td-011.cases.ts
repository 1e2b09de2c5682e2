import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-TD-011",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "còn trong hạn",
      set: {},
      beside: {
        KC_TienDo: table(
          ["Mã đề án", "Ngày báo cáo", "Tình trạng"],
          ["DA01", "30/09/2018", "Đang thực hiện"],
        ),
      },
      expect: [],
    },
    {
      name: "quá hạn",
      set: {},
      beside: {
        KC_TienDo: table(
          ["Mã đề án", "Ngày báo cáo", "Tình trạng"],
          ["DA01", "30/09/2018", "Đang thực hiện"],
          ["DA01", "01/11/2018", "Chậm"],
        ),
      },
      expect: ["KC_TienDo!B6"],
    },
    {
      name: "sẽ quá hạn",
      set: {},
      beside: {
        KC_TienDo: table(
          ["Mã đề án", "Ngày báo cáo", "Tình trạng", "Dự kiến xong"],
          ["DA01", "30/09/2018", "Chậm", "15/11/2018"],
        ),
      },
      expect: ["KC_TienDo!D5"],
    },
  ],
} satisfies RuleCases;
