import type { RuleCases } from "./cases.ts";

/** DA01 becomes 390 + 10 million; 2,5 % of 400 million is 10 million. */
const MANAGED = {
  "KC_DuToan!E5": 390000000,
  "KC_DuToan!G5": 100000000,
  "KC_DuToan!A6": "DA01",
  "KC_DuToan!B6": "Chi quản lý, chỉ đạo, kiểm tra",
  "KC_DuToan!E6": 10000000,
};

export default {
  rule: "KC-NV-005",
  cases: [
    { name: "đúng 2,5 %", set: { ...MANAGED, "KC_DuToan!G6": 10000000 }, expect: [] },
    {
      name: "hơn 2,5 % một đồng",
      set: { ...MANAGED, "KC_DuToan!E5": 389999999, "KC_DuToan!E6": 10000001, "KC_DuToan!G6": 10000001 },
      expect: ["KC_DuToan!G6"],
      severity: "error",
      differenceDong: 1,
    },
    {
      name: "khuyến công địa phương chỉ cảnh báo",
      set: {
        ...MANAGED,
        "KC_DeAn!E5": "ĐP",
        "KC_DuToan!E5": 380000000,
        "KC_DuToan!E6": 20000000,
        "KC_DuToan!G6": 20000000,
      },
      expect: ["KC_DuToan!G6"],
      severity: "warning",
      differenceDong: 10000000,
    },
    {
      name: "từ 11/05/2018 là 3 %, theo ghi nhớ nên chỉ cảnh báo",
      set: {
        ...MANAGED,
        "KC_ThongTin!B7": "11/05/2018",
        "KC_DuToan!E5": 387999999,
        "KC_DuToan!E6": 12000001,
        "KC_DuToan!G6": 12000001,
      },
      expect: ["KC_DuToan!G6"],
      severity: "warning",
      differenceDong: 1,
    },
    {
      name: "tư vấn quản lý sản xuất không phải chi quản lý",
      set: {
        ...MANAGED,
        "KC_DuToan!B6": "Tư vấn quản lý sản xuất",
        "KC_DuToan!E6": 50000000,
        "KC_DuToan!G6": 50000000,
      },
      expect: [],
    },
  ],
} satisfies RuleCases;
