import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-TD-017",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "hai báo cáo một ngày",
      set: {},
      beside: {
        KC_TienDo: table(
          ["Mã đề án", "Ngày báo cáo", "Tình trạng"],
          ["DA01", "30/09/2018", "Chậm"],
          ["DA01", "30/09/2018", "Hoàn thành"],
        ),
      },
      expect: ["KC_TienDo!B6"],
    },
    {
      name: "hai ngày",
      set: {},
      beside: {
        KC_TienDo: table(
          ["Mã đề án", "Ngày báo cáo", "Tình trạng"],
          ["DA01", "30/09/2018", "Chậm"],
          ["DA01", "31/10/2018", "Hoàn thành"],
        ),
      },
      expect: [],
    },
  ],
} satisfies RuleCases;
