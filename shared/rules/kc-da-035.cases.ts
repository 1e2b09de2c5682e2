import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DA-035",
  cases: [
    { name: "ghi cả hai phía", set: { "KC_DeAn!V5": "DA02", "KC_DeAn!V6": "DA01" }, expect: [] },
    {
      name: "ghi một phía",
      set: { "KC_DeAn!V5": "DA02" },
      expect: ["KC_DeAn!V6"],
      severity: "info",
      fix: "DA01",
    },
  ],
} satisfies RuleCases;
