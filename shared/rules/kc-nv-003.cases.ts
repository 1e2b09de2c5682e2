import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-NV-003",
  cases: [
    {
      name: "đúng bằng số giao",
      set: {
        "KC_ThongTin!B8": 200000000,
      },
      expect: [],
    },
    {
      name: "vượt một đồng",
      set: {
        "KC_ThongTin!B8": 199999999,
      },
      expect: ["KC_ThongTin!B8"],
      differenceDong: 1,
    },
    {
      name: "chưa giao",
      set: {
        "KC_ThongTin!B8": null,
      },
      expect: [],
    },
  ],
} satisfies RuleCases;
