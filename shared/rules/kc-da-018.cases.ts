import type { RuleCases } from "./cases.ts";

export default {
  rule: "KC-DA-018",
  cases: [
    { name: "kế hoạch đúng", set: {}, expect: [] },
    {
      name: "gần giống, cùng nơi",
      set: { "KC_DeAn!B6": "Ứng dụng máy ép gốm mới", "KC_DeAn!D6": "MAY-MOC", "KC_DeAn!G6": "Đông Triều" },
      expect: ["KC_DeAn!B6"],
      severity: "warning",
    },
    {
      name: "gần giống, khác đơn vị và địa bàn",
      set: { "KC_DeAn!B6": "Ứng dụng máy ép gốm mới", "KC_DeAn!D6": "MAY-MOC" },
      expect: [],
    },
    {
      name: "trùng hẳn là việc của quy tắc khác",
      set: {
        "KC_DeAn!B6": "Ứng dụng máy ép gốm",
        "KC_DeAn!D6": "MAY-MOC",
        "KC_DeAn!G6": "Đông Triều",
        "KC_DeAn!I6": "Cơ sở A",
      },
      expect: [],
    },
  ],
} satisfies RuleCases;
