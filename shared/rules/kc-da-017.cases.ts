import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DA-017",
  cases: [
    { name: "kế hoạch đúng", set: {}, expect: [] },
    { name: "khác chữ hoa", set: { "KC_DeAn!A6": "da01" }, expect: ["KC_DeAn!A6"] },
    { name: "số và chữ số", set: { "KC_DeAn!A5": "01", "KC_DeAn!A6": 1 }, expect: ["KC_DeAn!A6"] },
    { name: "trùng hẳn là việc của quy tắc khác", set: { "KC_DeAn!A6": "DA01" }, expect: [] },
  ],
} satisfies RuleCases;
