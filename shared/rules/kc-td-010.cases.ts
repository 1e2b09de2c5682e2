import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-TD-010",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "đúng hạn",
      set: {},
      beside: {
        KC_TienDo: table(["Mã đề án", "Ngày báo cáo", "Tình trạng"], ["DA01", "22/01/2019", "Đã quyết toán"]),
      },
      expect: [],
    },
    {
      name: "trễ một ngày",
      set: {},
      beside: {
        KC_TienDo: table(["Mã đề án", "Ngày báo cáo", "Tình trạng"], ["DA01", "23/01/2019", "Đã quyết toán"]),
      },
      expect: ["KC_TienDo!B5"],
    },
  ],
} satisfies RuleCases;
