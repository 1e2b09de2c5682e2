import type { RuleCases } from "./cases.ts";

const SECOND = {
  "KC_DeAn!D6": "MAY-MOC",
  "KC_DeAn!E6": "QG",
  "KC_DeAn!I6": "cơ sở A",
  "KC_DuToan!G6": 100000000,
};

export default {
  rule: "KC-MH-004",
  cases: [
    { name: "hai cơ sở khác nhau", set: { ...SECOND, "KC_DeAn!I6": "Cơ sở B" }, expect: [] },
    {
      name: "một cơ sở hai đề án",
      set: SECOND,
      expect: ["KC_DeAn!O6"],
      severity: "warning",
      differenceDong: 100000000,
    },
    { name: "một cơ sở hai nguồn", set: { ...SECOND, "KC_DeAn!E6": "ĐP" }, expect: [] },
  ],
} satisfies RuleCases;
