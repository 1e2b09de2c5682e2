import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-TI-002",
  cases: [
    {
      name: "kế hoạch đúng",
      set: {},
      expect: [],
    },
    {
      name: "năm viết bằng chữ",
      set: {
        "KC_ThongTin!B6": "năm 2018",
      },
      expect: ["KC_ThongTin!B6"],
    },
    {
      name: "ngày không có thật",
      set: {
        "KC_ThongTin!B7": "31/02/2018",
      },
      expect: ["KC_ThongTin!B7"],
    },
    {
      name: "ngày gõ bằng chữ vẫn đọc được",
      set: {
        "KC_ThongTin!B7": "15/01/2018",
      },
      expect: [],
    },
    {
      name: "kinh phí là chữ chắc chắn đọc được",
      set: { "KC_ThongTin!B8": "800.000.000 đồng" },
      expect: ["KC_ThongTin!B8"],
      fix: 800000000,
    },
    {
      name: "kinh phí âm",
      set: {
        "KC_ThongTin!B8": -1,
      },
      expect: ["KC_ThongTin!B8"],
    },
  ],
} satisfies RuleCases;
