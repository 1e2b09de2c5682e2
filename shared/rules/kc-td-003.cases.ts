import { type RuleCases, table } from "./cases.ts";

export default {
  rule: "KC-TD-003",
  cases: [
    { name: "không có trang này", set: {}, expect: [] },
    {
      name: "ngoài khoảng",
      set: {},
      beside: {
        KC_TienDo: table(
          ["Mã đề án", "Ngày báo cáo", "Tình trạng", "Khối lượng thực hiện %", "Đã tạm ứng"],
          ["DA01", "31/05/2018", "Chậm", 101, -1],
        ),
      },
      expect: ["KC_TienDo!D5", "KC_TienDo!E5"],
    },
    {
      name: "hai đầu khoảng",
      set: {},
      beside: {
        KC_TienDo: table(
          ["Mã đề án", "Ngày báo cáo", "Tình trạng", "Khối lượng thực hiện %"],
          ["DA01", "31/05/2018", "Chậm", 0],
          ["DA01", "30/06/2018", "Hoàn thành", 100],
        ),
      },
      expect: [],
    },
  ],
} satisfies RuleCases;
