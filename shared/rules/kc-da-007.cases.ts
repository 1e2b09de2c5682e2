import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DA-007",
  cases: [
    {
      name: "kế hoạch đúng",
      set: {},
      expect: [],
    },
    {
      name: "trùng tên khác đơn vị",
      set: {
        "KC_DeAn!B6": "Ứng dụng máy ép gốm",
      },
      expect: [],
    },
    {
      name: "gần trùng",
      set: {
        "KC_DeAn!B6": "ứng dụng  MÁY ÉP gốm",
        "KC_DeAn!I6": "Cơ sở A",
        "KC_DeAn!G6": "Đông Triều",
      },
      expect: ["KC_DeAn!B6"],
    },
  ],
} satisfies RuleCases;
