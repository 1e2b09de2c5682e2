import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-TD-012",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "trong năm",
      set: {},
      beside: {
        KC_TienDo: table(
          ["Mã đề án", "Ngày báo cáo", "Tình trạng", "Dự kiến xong"],
          ["DA01", "30/09/2018", "Chậm", "31/12/2018"],
        ),
      },
      expect: [],
    },
    {
      name: "sang năm sau",
      set: {},
      beside: {
        KC_TienDo: table(
          ["Mã đề án", "Ngày báo cáo", "Tình trạng", "Dự kiến xong"],
          ["DA01", "30/09/2018", "Chậm", "15/01/2019"],
        ),
      },
      expect: ["KC_TienDo!D5"],
    },
    {
      name: "đề án địa phương do tỉnh",
      set: {},
      beside: {
        KC_TienDo: table(
          ["Mã đề án", "Ngày báo cáo", "Tình trạng", "Dự kiến xong"],
          ["DA02", "30/09/2018", "Chậm", "15/01/2019"],
        ),
      },
      expect: [],
    },
  ],
} satisfies RuleCases;
