import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-TD-002",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "thiếu ngày, tình trạng lạ",
      set: {},
      beside: { KC_TienDo: table(["Mã đề án", "Ngày báo cáo", "Tình trạng"], ["DA01", null, "Xong rồi"]) },
      expect: ["KC_TienDo!B5", "KC_TienDo!C5"],
    },
    {
      name: "đủ",
      set: {},
      beside: {
        KC_TienDo: table(["Mã đề án", "Ngày báo cáo", "Tình trạng"], ["DA01", "31/05/2018", "Chậm"]),
      },
      expect: [],
    },
  ],
} satisfies RuleCases;
