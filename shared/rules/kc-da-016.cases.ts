import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DA-016",
  cases: [
    { name: "kế hoạch đúng", set: {}, expect: [] },
    { name: "dấu sao", set: { "KC_DeAn!A6": "DA0*" }, expect: ["KC_DeAn!A6"] },
    { name: "dấu so sánh ở đầu", set: { "KC_DeAn!A6": ">DA02" }, expect: ["KC_DeAn!A6"] },
    { name: "gạch ngang và chấm", set: { "KC_DeAn!A6": "DA-02.1", "KC_DuToan!A6": "DA-02.1" }, expect: [] },
  ],
} satisfies RuleCases;
