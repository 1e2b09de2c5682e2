import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-NV-006",
  cases: [
    { name: "đơn vị thụ hưởng góp phần còn lại", set: {}, expect: [] },
    {
      name: "phần còn lại ghi hết ở nguồn khác",
      set: { "KC_DuToan!I5": 200000000 },
      expect: ["KC_DeAn!P5"],
      severity: "warning",
    },
    { name: "đơn vị thụ hưởng góp một đồng", set: { "KC_DuToan!I5": 199999999 }, expect: [] },
    {
      name: "khoản được hỗ trợ 100 % không cần góp vốn",
      set: { "KC_DeAn!C5": 4, "KC_DeAn!D5": "HOI-CHO", "KC_DuToan!I5": 200000000 },
      expect: [],
    },
    {
      name: "ngày 07/04/2014 chưa có quy định này",
      set: { "KC_ThongTin!B7": "07/04/2014", "KC_DuToan!I5": 200000000 },
      expect: [],
    },
    {
      name: "sau 10/05/2018 vẫn nhắc",
      set: { "KC_ThongTin!B7": "11/05/2018", "KC_DuToan!I5": 200000000 },
      expect: ["KC_DeAn!P5"],
      severity: "warning",
    },
  ],
} satisfies RuleCases;
