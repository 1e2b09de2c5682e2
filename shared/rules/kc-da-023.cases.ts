import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DA-023",
  cases: [
    { name: "chế biến nông sản", set: { "KC_DeAn!J5": "Chế biến nông sản" }, expect: [] },
    { name: "chăn nuôi", set: { "KC_DeAn!J5": "Chăn nuôi bò" }, expect: ["KC_DeAn!J5"] },
    { name: "máy cho trồng trọt", set: { "KC_DeAn!J5": "Cơ khí phục vụ trồng trọt" }, expect: [] },
    { name: "dịch vụ du lịch", set: { "KC_DeAn!J6": "Dịch vụ du lịch" }, expect: ["KC_DeAn!J6"] },
  ],
} satisfies RuleCases;
