import type { RuleCases } from "./cases.ts";

export default {
  "rule": "KC-SO-008",
  "cases": [
    {
      "name": "kế hoạch đúng",
      "set": {},
      "expect": []
    },
    {
      "name": "không có đề án",
      "set": {
        "KC_DeAn!A5": null,
        "KC_DeAn!A6": null,
        "KC_DeAn!B5": null,
        "KC_DeAn!B6": null,
        "KC_DeAn!C5": null,
        "KC_DeAn!C6": null,
        "KC_DeAn!D5": null,
        "KC_DeAn!D6": null,
        "KC_DeAn!E5": null,
        "KC_DeAn!E6": null,
        "KC_DeAn!F5": null,
        "KC_DeAn!F6": null,
        "KC_DeAn!G5": null,
        "KC_DeAn!G6": null,
        "KC_DeAn!H5": null,
        "KC_DeAn!H6": null,
        "KC_DeAn!I5": null,
        "KC_DeAn!I6": null,
        "KC_DeAn!J5": null,
        "KC_DeAn!J6": null,
        "KC_DeAn!K5": null,
        "KC_DeAn!K6": null,
        "KC_DeAn!L5": null,
        "KC_DeAn!L6": null,
        "KC_DeAn!S5": null,
        "KC_DeAn!S6": null,
        "KC_DeAn!T5": null,
        "KC_DeAn!T6": null
      },
      "expect": [
        "KC_DeAn!A5"
      ]
    }
  ]
} satisfies RuleCases;
