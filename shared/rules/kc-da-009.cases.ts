import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DA-009",
  cases: [
    {
      name: "hết năm kế hoạch",
      set: {
        "KC_DeAn!L5": "31/12/2018",
      },
      expect: [],
    },
    {
      name: "sang năm sau",
      set: {
        "KC_DeAn!L5": "01/01/2019",
      },
      expect: ["KC_DeAn!L5"],
    },
  ],
} satisfies RuleCases;
