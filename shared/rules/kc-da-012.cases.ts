import type { RuleCases } from "./cases.ts";

export default {
  "rule": "KC-DA-012",
  "cases": [
    {
      "name": "kế hoạch đúng",
      "set": {},
      "expect": []
    },
    {
      "name": "bỏ trống",
      "set": {
        "KC_DeAn!I5": null
      },
      "expect": [
        "KC_DeAn!I5"
      ]
    }
  ]
} satisfies RuleCases;
