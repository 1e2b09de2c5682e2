import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DA-034",
  cases: [
    { name: "không liên kết", set: {}, expect: [] },
    { name: "liên kết đề án có trong sổ", set: { "KC_DeAn!V5": "da02" }, expect: [] },
    { name: "mã không có", set: { "KC_DeAn!V5": "DA02; DA09" }, expect: ["KC_DeAn!V5"], severity: "warning" },
    { name: "chính nó", set: { "KC_DeAn!V5": "DA01" }, expect: ["KC_DeAn!V5"] },
  ],
} satisfies RuleCases;
