import type { RuleCases } from "./cases.ts";

const FOUR = {
  "KC_DuToan!A5": "DA01",
  "KC_DuToan!B5": "Thuê gian hàng",
  "KC_DuToan!C5": "gian hàng",
  "KC_DuToan!D5": 1,
  "KC_DuToan!E5": 10000000,
  "KC_DuToan!G5": 0,
  "KC_DuToan!A6": "DA01",
  "KC_DuToan!B6": "Thuê gian hàng",
  "KC_DuToan!C6": "gian hàng",
  "KC_DuToan!D6": 1,
  "KC_DuToan!E6": 10000000,
  "KC_DuToan!G6": 0,
  "KC_DuToan!A7": "DA01",
  "KC_DuToan!B7": "Thuê gian hàng",
  "KC_DuToan!C7": "gian hàng",
  "KC_DuToan!D7": 1,
  "KC_DuToan!E7": 10000000,
  "KC_DuToan!G7": 0,
  "KC_DuToan!A8": "DA01",
  "KC_DuToan!B8": "Thuê gian hàng",
  "KC_DuToan!C8": "gian hàng",
  "KC_DuToan!D8": 1,
  "KC_DuToan!E8": 10000000,
  "KC_DuToan!G8": 0,
};

export default {
  rule: "KC-DT-010",
  cases: [
    { name: "bốn giá gần nhau", set: { ...FOUR, "KC_DuToan!E8": 29000000 }, expect: [] },
    { name: "một giá gấp ba rưỡi", set: { ...FOUR, "KC_DuToan!E8": 35000000 }, expect: ["KC_DuToan!E8"] },
    { name: "một giá bằng một phần tư", set: { ...FOUR, "KC_DuToan!E8": 2500000 }, expect: ["KC_DuToan!E8"] },
    {
      name: "lệch nghìn lần là việc của quy tắc khác",
      set: { ...FOUR, "KC_DuToan!E8": 10000000000 },
      expect: [],
    },
  ],
} satisfies RuleCases;
