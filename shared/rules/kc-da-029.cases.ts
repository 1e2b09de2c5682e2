import type { RuleCases } from "./cases.ts";

const TWO = {
  "KC_DeAn!D5": "MO-HINH",
  "KC_DeAn!E6": "QG",
  "KC_DeAn!G6": "Đông Triều",
};

export default {
  rule: "KC-DA-029",
  cases: [
    { name: "hai mô hình một địa bàn", set: TWO, expect: [] },
    {
      name: "ba mô hình một địa bàn",
      set: {
        ...TWO,
        "KC_DeAn!A7": "DA03",
        "KC_DeAn!B7": "Mô hình sấy",
        "KC_DeAn!D7": "MO-HINH",
        "KC_DeAn!E7": "QG",
        "KC_DeAn!G7": "đông triều",
      },
      expect: ["KC_DeAn!G7"],
    },
    {
      name: "trước khi có quy định này",
      set: {
        ...TWO,
        "KC_ThongTin!B7": "28/09/2017",
        "KC_DeAn!A7": "DA03",
        "KC_DeAn!B7": "Mô hình sấy",
        "KC_DeAn!D7": "MO-HINH",
        "KC_DeAn!E7": "QG",
        "KC_DeAn!G7": "Đông Triều",
      },
      expect: [],
    },
  ],
} satisfies RuleCases;
