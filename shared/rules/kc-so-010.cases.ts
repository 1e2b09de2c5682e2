import type { RuleCases } from "./cases.ts";

/** KC_DeAn holds 500 lines. */
const codes = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`KC_DeAn!A${5 + i}`, `DA${i + 1}`]));

export default {
  rule: "KC-SO-010",
  cases: [
    { name: "đúng 500 dòng", set: codes(500), expect: [] },
    { name: "501 dòng", set: codes(501), expect: ["KC_DeAn"], severity: "error" },
  ],
} satisfies RuleCases;
