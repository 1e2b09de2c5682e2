import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-TD-004",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "lũy kế giảm",
      set: {},
      beside: {
        KC_TienDo: table(
          ["Mã đề án", "Ngày báo cáo", "Tình trạng", "Giá trị đã thực hiện"],
          ["DA01", "31/05/2018", "Chậm", 200000000],
          ["DA01", "30/06/2018", "Chậm", 150000000],
        ),
      },
      expect: ["KC_TienDo!D6"],
    },
    {
      name: "ghi ngược thứ tự ngày",
      set: {},
      beside: {
        KC_TienDo: table(
          ["Mã đề án", "Ngày báo cáo", "Tình trạng", "Giá trị đã thực hiện"],
          ["DA01", "30/06/2018", "Chậm", 200000000],
          ["DA01", "31/05/2018", "Chậm", 150000000],
        ),
      },
      expect: [],
    },
  ],
} satisfies RuleCases;
