import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DA-008",
  cases: [
    {
      name: "kế hoạch đúng",
      set: {},
      expect: [],
    },
    {
      name: "cùng một ngày",
      set: {
        "KC_DeAn!K5": "01/03/2018",
        "KC_DeAn!L5": "01/03/2018",
      },
      expect: [],
    },
    {
      name: "ngược",
      set: {
        "KC_DeAn!K5": "02/03/2018",
        "KC_DeAn!L5": "01/03/2018",
      },
      expect: ["KC_DeAn!L5"],
    },
  ],
} satisfies RuleCases;
