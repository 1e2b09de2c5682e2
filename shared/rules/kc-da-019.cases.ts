import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DA-019",
  cases: [
    { name: "ngày đầu năm", set: { "KC_DeAn!K5": "01/01/2018" }, expect: [] },
    { name: "cuối năm trước", set: { "KC_DeAn!K5": "31/12/2017" }, expect: ["KC_DeAn!K5"] },
  ],
} satisfies RuleCases;
