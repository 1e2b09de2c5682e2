import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DA-020",
  cases: [
    { name: "đủ tiến độ", set: { "KC_DeAn!K6": "01/03/2018", "KC_DeAn!L6": "31/10/2018" }, expect: [] },
    { name: "một đề án thiếu", set: {}, expect: ["KC_DeAn!K6"], severity: "info" },
    { name: "chỉ thiếu ngày kết thúc", set: { "KC_DeAn!K6": "01/03/2018" }, expect: ["KC_DeAn!L6"] },
  ],
} satisfies RuleCases;
