import type { RuleCases } from "./cases.ts";

const THREE = {
  "KC_DeAn!D5": "HOI-CHO-NN",
  "KC_DeAn!D6": "HOI-CHO-NN",
  "KC_DeAn!I6": "Cơ sở A",
  "KC_DeAn!A7": "DA03",
  "KC_DeAn!B7": "Hội chợ Lào",
  "KC_DeAn!D7": "HOI-CHO-NN",
};

export default {
  rule: "KC-DA-028",
  cases: [
    {
      name: "hai lần",
      set: { "KC_DeAn!D5": "HOI-CHO-NN", "KC_DeAn!D6": "HOI-CHO-NN", "KC_DeAn!I6": "Cơ sở A" },
      expect: [],
    },
    { name: "ba lần", set: { ...THREE, "KC_DeAn!I7": "cơ sở  A" }, expect: ["KC_DeAn!I7"] },
    { name: "ba cơ sở", set: { ...THREE, "KC_DeAn!I7": "Cơ sở C" }, expect: [] },
  ],
} satisfies RuleCases;
